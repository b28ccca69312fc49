import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import { day, moment } from '../../common/moments.ts';
import { inWords } from '../../words.ts';
import { leftWords, pressure } from '../../case/left-words.ts';

type Clock = CaseView['clocks'][number];

/** Which promises run, how long there is for each, and why it is that long. */
export function Clocks({ view, me }: { view: CaseView; me: Me }) {
  const { t } = useTranslation('agency');
  const running = view.clocks
    .filter(({ left, unit, owedTo }) => left && (owedTo === 'filer' || unit === me.agency))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (running.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('case.clocks')}</h2>
      <ul className="clock-list">
        {running.map((clock) => (
          <li key={clock.id}>
            {clock.left && (
              <p className="due-left" data-pressure={pressure(clock.left)}>
                <span>{t(`clock.${clock.kind}`)}</span>
                <b>{leftWords(clock.left)}</b>
                <time dateTime={clock.dueAt}>{moment(clock.dueAt)}</time>
              </p>
            )}
            <Why clock={clock} />
          </li>
        ))}
      </ul>
      {view.extension && <p>{t('case.extensionAsked', { until: moment(view.extension.until) })}</p>}
    </section>
  );
}

function Why({ clock }: { clock: Clock }) {
  const { t } = useTranslation('agency');
  const pause = clock.pauses.find(({ to }) => to === null);
  const moved = clock.moves.at(-1);
  return (
    <p className="muted clock-why">
      {clock.words ? `${inWords(clock.words)}.` : t('case.since', { at: moment(clock.startedAt) })}
      {moved && ` ${t(`moved.${moved.why}`, { from: moment(moved.from) })}`}
      {pause && ` ${t('case.pausedUntil', { until: day(pause.wakeAt) })}`}
    </p>
  );
}
