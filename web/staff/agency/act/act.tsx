import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import type { Me } from '../../api/me.ts';
import { CaseText } from '../../case/case-story.tsx';
import { useFetchedReplyTemplates } from '../../case/reply-templates.ts';
import { useCase, type CaseView } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { actionsOn, isAction, type ActionName } from './actions.ts';
import { ActForm } from './act-form.tsx';
import './act.css';

/** One thing that is done with a case, on a page of its own: what is typed survives a reload. */
export default function Act({ me, id, action }: { me: Me; id: string; action: string }) {
  const { t } = useTranslation('agency');
  useFetchedReplyTemplates();
  const { data: view, error, refetch } = useCase(id);
  const asked = new URLSearchParams(useSearch()).get('n');
  if (error && !view) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  if (!isAction(action)) return <p>{t('noPage')}</p>;
  const number = asked === null ? undefined : Number(asked);
  return (
    <div className="act">
      <header className="agency-head">
        <Link className="back" href={`/cases/${id}`}>
          <ArrowLeft aria-hidden /> {t('act.back')}
        </Link>
        <h1>{t(`action.${action}`)}</h1>
        <p className="muted">{t(`actionLead.${action}`)}</p>
      </header>
      <About view={view} action={action} number={number} />
      <ActForm
        view={view}
        me={me}
        action={action}
        number={number}
        open={actionsOn(view, me).some((one) => one.name === action && one.number === number)}
      />
    </div>
  );
}

interface AboutProps {
  view: CaseView;
  action: ActionName;
  number: number | undefined;
}

/** What it is about, beside what is written. */
function About({ view, action, number }: AboutProps) {
  const { t } = useTranslation('agency');
  const { t: frame } = useTranslation();
  const part = action.endsWith('_part') && view.parts.find((one) => one.number === number);
  const urging = action === 'answer_urging' && view.urgings.find((one) => one.number === number);
  return (
    <>
      {part && part.task && (
        <section className="panel">
          <h2>{t('parts.task')}</h2>
          <p className="said">{part.task}</p>
        </section>
      )}
      {urging && urging.text && (
        <section className="panel">
          <h2>{t('urging.asked', { number })}</h2>
          <p className="said">{urging.text}</p>
        </section>
      )}
      <details className="panel about-case">
        <summary>{frame('case.said')}</summary>
        <CaseText view={view} />
      </details>
    </>
  );
}
