import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';
import { Faults } from '../common/faults.tsx';
import type { Words } from '../words.ts';
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

/** Why it was not filed, and what can be done: for the caller who says what it is, or for another matter. */
export function CallFault({ problem, declare, anew }: Props) {
  const { t } = useTranslation('hotline');
  const { said, code } = problem;
  const guidance = said['guidance'] as Guidance | undefined;
  const isReport =
    code === 'filing.question' || (code === 'filing.diverted' && said['final'] === false);
  return (
    <Faults error={problem} idOf={idOf}>
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
    </Faults>
  );
}
