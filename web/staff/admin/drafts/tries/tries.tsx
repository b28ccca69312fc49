import { useTranslation } from 'react-i18next';
import type { Draft } from '../use-draft.ts';
import { DryRun } from './dry-run.tsx';
import { Moves } from './moves.tsx';
import { Promises } from './promises.tsx';

/** What a draft would do, before it does it. */
export function Tries({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  switch (draft.kind as string) {
    case 'calendars':
    case 'agency_calendars':
      return <Moves draft={draft} />;
    case 'policy':
      return <Promises draft={draft} />;
    case 'rule_set':
      return <DryRun draft={draft} />;
    default:
      return <p>{t('try.none')}</p>;
  }
}
