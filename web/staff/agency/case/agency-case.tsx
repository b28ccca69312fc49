import { Alert } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { problemOf } from '../../api/problem.ts';
import type { Me } from '../../api/me.ts';
import { StatusBadge, UrgencyBadge } from '../../case/badges.tsx';
import { CaseText, CaseTimeline } from '../../case/case-story.tsx';
import { useFetchedReplyTemplates } from '../../case/reply-templates.ts';
import { useCase, type CaseView } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import type { ActionName } from '../act/actions.ts';
import { takeDone } from '../act/done.ts';
import { ActionBar } from './action-bar.tsx';
import { Answers, withoutEvidence } from './answers.tsx';
import { Clocks } from './clocks.tsx';
import { FilerCard } from './filer-card.tsx';
import { Parts } from './parts.tsx';
import { Place } from './place.tsx';
import { Notes, Talk } from './talk.tsx';
import { Urgings } from './urgings.tsx';
import './agency-case.css';

/** One case, with what an agency's people do with it. */
export function AgencyCase({ me, id }: { me: Me; id: string }) {
  useFetchedReplyTemplates();
  const { data: view, error, refetch } = useCase(id);
  const [done] = useState(() => takeDone(id));
  if (error && problemOf(error).said.status === 404) return <NotHere done={done} />;
  if (error && !view) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  return <Opened me={me} view={view} done={done} />;
}

/** A case of another agency looks like none at all; one that was just given back is told to be so. */
function NotHere({ done }: { done: ActionName | null }) {
  const { t } = useTranslation('agency');
  return (
    <section className="panel case-none" role={done ? 'status' : undefined}>
      <h1>{t(done ? `done.${done}` : 'case.notHere')}</h1>
      <p>{t(done ? 'case.givenBack' : 'case.notHereWhy')}</p>
      <Link className="back" href="/">
        <ArrowLeft aria-hidden /> {t('case.back')}
      </Link>
    </section>
  );
}

function Opened({ me, view, done }: { me: Me; view: CaseView; done: ActionName | null }) {
  const { t } = useTranslation('agency');
  const { t: frame } = useTranslation();
  const { category } = useNames();
  return (
    <article className="agency-case">
      <header className="agency-head">
        <Link className="back" href="/">
          <ArrowLeft aria-hidden /> {t('case.back')}
        </Link>
        <h1>{view.category ? category(view.category) : frame(`kind.${view.kind}`)}</h1>
        <p className="agency-marks">
          <StatusBadge status={view.status} />
          <UrgencyBadge urgency={view.urgency} />
          <span className="muted">{t('case.ref', { ref: view.id.slice(-8) })}</span>
        </p>
        {done && <Alert role="status" color="green" title={t(`done.${done}`)} />}
      </header>
      <div className="case-lead">
        <Urgings view={view} />
        <section className="panel">
          <h2>{frame('case.said')}</h2>
          <CaseText view={withoutEvidence(view)} />
        </section>
      </div>
      <aside className="case-side" aria-label={t('case.facts')}>
        <Clocks view={view} me={me} />
        <Place view={view} />
        <FilerCard view={view} />
      </aside>
      <div className="case-rest">
        <Parts view={view} me={me} />
        <Answers view={view} />
        <Talk view={view} />
        <Notes view={view} />
        <details className="panel">
          <summary>{frame('case.timeline')}</summary>
          <CaseTimeline view={view} />
        </details>
      </div>
      <ActionBar view={view} me={me} />
    </article>
  );
}
