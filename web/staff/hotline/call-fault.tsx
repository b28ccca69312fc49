import { Alert, Button, Group } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';
import { inWords, type Words } from '../words.ts';
import { GuidanceText, type Guidance } from './guidance.tsx';

interface Props {
  problem: Problem;
  /** The caller says that it is a report after all. */
  declare: () => void;
  /** To file as another matter what differs from what was sent before. */
  anew: () => void;
}

const fieldIds: Record<string, string> = {
  text: 'call-text',
  category: 'call-category',
  place: 'call-address',
  'place.address': 'call-address',
  'place.ward': 'call-ward',
  filer: 'call-name',
  'filer.name': 'call-name',
  'filer.phone': 'call-phone',
  'filer.email': 'call-email',
};

export const idOf = (field: string) => fieldIds[field] ?? `call-${field.replaceAll('.', '-')}`;

/** What the field is called on the page, where it has a field. */
function labelOf(field: string): string {
  const id = CSS.escape(idOf(field));
  const label = document.querySelector(`label[for="${id}"]`)?.firstChild?.textContent;
  return label ? `${label}: ` : '';
}

/** Why it was not filed; takes the focus and leads to each field. What was typed stays. */
export function CallFault({ problem, declare, anew }: Props) {
  const { t } = useTranslation('hotline');
  const { said, code } = problem;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const guidance = said['guidance'] as Guidance | undefined;
  const isReport =
    code === 'filing.question' || (code === 'filing.diverted' && said['final'] === false);
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
                href={`#${idOf(one.field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(idOf(one.field))?.focus();
                }}
              >
                {labelOf(one.field)}
                {inWords(one)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {guidance && <GuidanceText guidance={guidance} because={said['because'] as Words | null} />}
      <Group>
        {isReport && <Button onClick={declare}>{t('isReport')}</Button>}
        {code === 'idempotency.other_request' && (
          <>
            <p>{t('sentBefore')}</p>
            <Button onClick={anew}>{t('anew')}</Button>
          </>
        )}
      </Group>
    </Alert>
  );
}
