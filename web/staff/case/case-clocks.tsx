import './words.ts';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';
import { TimeLeft } from './time-left.tsx';
import type { CaseView } from './use-case.ts';
import './case.css';

type Clock = CaseView['clocks'][number];

/** The promises of a case: who owes each, and what is left of it. */
export function CaseClocks({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const { agency } = useNames();
  return (
    <section aria-labelledby="case-clocks">
      <h2 id="case-clocks">{t('clock.title')}</h2>
      <ul className="case-clocks">
        {view.clocks.map((clock) => (
          <li key={clock.id} data-over={clock.stoppedAt !== null || undefined}>
            <span>
              <b>{t(`clock.${clock.kind}`)}</b>
              <span className="muted">
                {agency(clock.unit)}
                {clock.words && ` · ${inWords(clock.words)}`}
              </span>
            </span>
            <Standing clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ clock }: { clock: Clock }) {
  const { t } = useTranslation('case');
  const pause = clock.pauses.find(({ to }) => to === null);
  if (clock.outcome) return <span className="muted">{t(`clock.${clock.outcome}`)}</span>;
  if (pause) return <span>{t('clock.paused', { at: moment(pause.wakeAt) })}</span>;
  return <TimeLeft left={clock.left} dueAt={clock.dueAt} late={clock.breachedAt !== null} />;
}
