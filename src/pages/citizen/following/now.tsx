import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { Moment, type Written } from '../parts/moment.js';
import { leftWords } from './left-words.js';
import { followWords as w, statusLead } from './words.js';

type Props = Written & { view: TrackedComplaint };

/** Where the matter is, who has it and until when. */
export function Now({ view, language, timeZone }: Props) {
  const { status, statusWords, holder, lead, supporting, promise, filedAt } = view;
  const moment = (at: string) => <Moment at={at} language={language} timeZone={timeZone} />;
  return (
    <section class="card now" aria-labelledby="now-title">
      <h2 id="now-title" class={`status status-${status}`}>
        {statusWords[language]}
      </h2>
      <p class="lead">{statusLead[status][language]}</p>
      <Promised view={view} language={language} timeZone={timeZone} />
      <dl class="facts">
        {holder && (
          <div>
            <dt>{w.holder[language]}</dt>
            <dd>
              {holder.unit[language]}
              <small>
                {holder.duty[language]}
                {holder.since && (
                  <>
                    , {w.since[language]} {moment(holder.since)}
                  </>
                )}
              </small>
            </dd>
          </div>
        )}
        {lead && lead.vi !== holder?.unit.vi && (
          <div>
            <dt>{w.lead[language]}</dt>
            <dd>{lead[language]}</dd>
          </div>
        )}
        {supporting.length > 0 && (
          <div>
            <dt>{w.supporting[language]}</dt>
            <dd>{supporting.map((one) => one[language]).join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{w.filed[language]}</dt>
          <dd>{moment(filedAt)}</dd>
        </div>
      </dl>
      {promise.moves.length > 0 && (
        <details class="moves">
          <summary>{w.moves[language]}</summary>
          <ul>
            {promise.moves.map(({ at, from, to, why }) => (
              <li key={at}>
                {why[language]}: {w.from[language]} {moment(from)} {w.to[language]} {moment(to)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Promised({ view, language, timeZone }: Props) {
  const { dueAt, newDate, pausedUntil, left, standing, why } = view.promise;
  const moment = (at: string) => <Moment at={at} language={language} timeZone={timeZone} />;
  const ended = standing === 'on_time' || standing === 'on_time_extended' || standing === 'late';
  const late = standing === 'open_late';
  if (pausedUntil)
    return (
      <div class="promise paused">
        <p class="promise-title">{w.paused[language]}</p>
        <p>
          {w.pausedWhy[language]} {moment(pausedUntil)}.
        </p>
      </div>
    );
  if (standing === null) return null;
  return (
    <div class={late ? 'promise late' : 'promise'}>
      <p class="promise-title">{(late ? w.late : ended ? w.promised : w.promise)[language]}</p>
      {late && <p>{w.sorry[language]}</p>}
      <p class="promise-date">
        {late && newDate && <span>{w.newDate[language]}: </span>}
        {moment(late && newDate ? newDate : dueAt)}
        {left && <span class="left">{leftWords(left, language)}</span>}
      </p>
      {ended && <p>{(standing === 'late' ? w.wasLate : w.wasKept)[language]}</p>}
      <details>
        <summary>{w.why[language]}</summary>
        <p>
          {why[language]}
          {late && newDate && (
            <>
              {' '}
              ({w.promised[language]} {moment(dueAt)})
            </>
          )}
        </p>
      </details>
    </div>
  );
}
