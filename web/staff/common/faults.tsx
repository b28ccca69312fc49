import { Alert } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { inWords } from '../words.ts';

interface Props {
  error: unknown;
  /** What the ids of the inputs begin with, where they are called as the fields are. */
  form?: string;
  /** The id of a field's input, where they are called otherwise; its label is said with the fault. */
  idOf?: (field: string) => string;
  /** What can be done about it. */
  children?: ReactNode;
}

/** What the field is called on the page, where it has a field. */
function labelOf(id: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.firstChild?.textContent;
  return label ? `${label}: ` : '';
}

/** What is wrong with a form: takes the focus, and leads to the fields. What was typed stays. */
export function Faults({ error, form, idOf, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { said } = problemOf(error);
  const inputOf = idOf ?? ((field: string) => `${form}-${field}`);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      icon={<CircleAlert aria-hidden />}
      title={inWords(said.detail)}
    >
      {said.errors && (
        <ul>
          {said.errors.map((one) => (
            <li key={`${one.field}${one.code}`}>
              <a
                href={`#${inputOf(one.field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputOf(one.field))?.focus();
                }}
              >
                {idOf && labelOf(idOf(one.field))}
                {inWords(one)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Alert>
  );
}

/** What stands at one field of a form. */
export function faultOf(error: unknown, field: string): string | undefined {
  const found = error ? problemOf(error).about(field) : undefined;
  return found && inWords(found);
}
