import { Alert } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { problemOf } from '../api/problem.ts';
import { inWords } from '../words.ts';

/** What is wrong with a form: takes the focus, and leads to the fields, whose ids begin with `form`. */
export function Faults({ error, form }: { error: unknown; form: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { said } = problemOf(error);
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
              <a href={`#${form}-${one.field}`}>{inWords(one)}</a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

/** What stands at one field of a form. */
export function faultOf(error: unknown, field: string): string | undefined {
  const found = error ? problemOf(error).about(field) : undefined;
  return found && inWords(found);
}
