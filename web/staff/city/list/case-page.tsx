import { useTranslation } from 'react-i18next';
import { may, type Me } from '../../api/me.ts';
import { useNames } from '../../api/catalog.ts';
import { DueAt, StatusBadge, UrgencyBadge } from '../../case/badges.tsx';
import { CaseText, CaseTimeline } from '../../case/case-story.tsx';
import { useCase } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { Back } from '../back.tsx';
import { Urge, urgeable } from '../urge/urge.tsx';
import { CITY } from '../words.ts';

/** One case to be read; who may, urges. */
export default function CasePage({ me, id }: { me: Me; id: string }) {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const { data: view, error, refetch } = useCase(id);
  return (
    <article>
      <Back to="list" />
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!view && !error && <Waiting />}
      {view && (
        <>
          <header className="case-head">
            <h1>{names.category(view.category) || t('noCategory')}</h1>
            <p className="case-row-head">
              <StatusBadge status={view.status} />
              <UrgencyBadge urgency={view.urgency} />
              <DueAt dueAt={view.dueAt} late={view.late} />
            </p>
            <p className="muted">
              {t('case.lead')}: {names.agency(view.lead) || t('case.nobody')}
              {view.holder && ` · ${t('case.holder')}: ${names.agency(view.holder.unit)}`}
            </p>
            {may(me, 'case.urge') && urgeable(view) && <Urge item={view} />}
          </header>
          <div className="side-by-side">
            <div className="panel">
              <CaseText view={view} />
            </div>
            <div className="panel">
              <h2>{t('case.timeline')}</h2>
              <CaseTimeline view={view} />
            </div>
          </div>
        </>
      )}
    </article>
  );
}
