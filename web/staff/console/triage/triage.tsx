import { Alert, Button, Group } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Me } from '../../api/me.ts';
import { useNames } from '../../api/catalog.ts';
import { CaseAnswers } from '../../case/case-answers.tsx';
import { CaseClocks } from '../../case/case-clocks.tsx';
import { CaseFacts, CaseHead } from '../../case/case-facts.tsx';
import { CaseMap } from '../../case/case-map.tsx';
import { CaseText, CaseTimeline } from '../../case/case-story.tsx';
import { Filer } from '../../case/filer.tsx';
import { useFetchedReplyTemplates } from '../../case/reply-templates.ts';
import { useCase, type CaseView } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { useLooking } from '../../live/use-presence.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useHeldFor } from '../undo/use-held.ts';
import { Decision } from './decision.tsx';
import { besideOf } from './order.ts';
import { People } from './people.tsx';
import { Similar, useSimilar } from './similar.tsx';
import './triage.css';

export default function Triage({ me, id }: { me: Me; id: string }) {
  useFetchedReplyTemplates();
  const { data: view, error, refetch } = useCase(id);
  if (error && !view) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  return <Screen me={me} view={view} />;
}

/** The case as it will be once what waits has been sent. */
function useExpected(view: CaseView): CaseView {
  const held = useHeldFor(view.id);
  return held?.becomes ? ({ ...view, ...held.becomes } as CaseView) : view;
}

function Screen({ me, view }: { me: Me; view: CaseView }) {
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  const { ward } = useNames();
  const expected = useExpected(view);
  const { data: similar } = useSimilar(view.id);
  const [overtaken, setOvertaken] = useState<string | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  useLooking(
    view.id,
    useCallback((by) => setOvertaken(by.name), []),
  );
  useEffect(() => heading.current?.focus(), []);
  const step = (by: 1 | -1) => {
    const beside = besideOf(view.id, by);
    if (beside) go(`/cases/${beside}`);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Escape: () => history.back(),
    m: () => document.getElementById('case-similar')?.scrollIntoView(),
  });
  return (
    <article className="triage">
      <div className="triage-head" ref={heading} tabIndex={-1}>
        <Group justify="space-between" wrap="wrap" gap="xs">
          <Link href="" className="back">
            {t('triage.back')}
          </Link>
          <Group gap="xs" className="no-print">
            <Button
              size="compact-sm"
              variant="default"
              disabled={!besideOf(view.id, -1)}
              onClick={() => step(-1)}
            >
              {t('triage.previous')} <kbd aria-hidden>K</kbd>
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={!besideOf(view.id, 1)}
              onClick={() => step(1)}
            >
              {t('triage.next')} <kbd aria-hidden>J</kbd>
            </Button>
          </Group>
        </Group>
        <CaseHead view={expected}>
          <People me={me} caseId={view.id} />
        </CaseHead>
      </div>
      {overtaken && (
        <Alert
          role="alert"
          color="yellow"
          className="triage-wide"
          withCloseButton
          closeButtonLabel={t('close')}
          onClose={() => setOvertaken(null)}
        >
          {t('presence.taken', { name: overtaken })}
        </Alert>
      )}
      <div className="triage-read">
        <div className="panel">
          <CaseText view={view} />
          <CaseAnswers view={view} />
        </div>
        <div className="panel">
          <Similar view={view} />
        </div>
        <div className="panel">
          <h2>{t('triage.timeline')}</h2>
          <CaseTimeline view={view} />
        </div>
      </div>
      <div className="triage-decide">
        <div className="panel triage-decision">
          <Decision me={me} view={view} expected={expected} />
        </div>
        <div className="panel">
          <CaseClocks view={view} />
        </div>
        <div className="panel">
          <Filer view={view} />
        </div>
        <div className="panel">
          <CaseFacts view={expected} />
        </div>
        <div className="panel">
          <CaseMap view={view} ward={ward(view.place.ward)} others={similar?.items} />
        </div>
      </div>
    </article>
  );
}
