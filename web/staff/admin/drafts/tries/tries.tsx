import { useTranslation } from 'react-i18next';
import type { Draft } from '../use-draft.ts';
import { CategoryForm } from './category-form.tsx';
import { DryRun } from './dry-run.tsx';
import { Examples } from './examples.tsx';
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
    case 'agencies':
    case 'service_areas':
      return (
        <div className="admin-page">
          <Examples draft={draft} />
          <DryRun draft={draft} />
        </div>
      );
    case 'categories':
      return <CategoryForm draft={draft} />;
    default:
      return <p>{t('try.none')}</p>;
  }
}
