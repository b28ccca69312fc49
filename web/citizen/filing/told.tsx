/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { Leaving } from './kept.ts';
import { openReceipt } from './outbox.ts';
import { Radios, type Sheet } from './parts.tsx';
import type { Problem } from './problem.ts';

/** Takes the focus when something is wrong, and leads to each field. */
export function Summary({ sheet, lead, tries }: { sheet: Sheet; lead: string; tries: number }) {
  const box = useRef<HTMLDivElement>(null);
  const { faults, say } = sheet;
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (faults.length === 0 && lead === '') return null;
  const go = (id: string) => (event: Event) => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.scrollIntoView({ block: 'center' });
  };
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say('wrong')}</h2>
      {lead && <p>{lead}</p>}
      <ul>
        {faults.map(({ id, words }) => (
          <li key={id + words}>
            <a href={`#${id}`} onClick={go(id)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <p>{say('kept')}</p>
    </div>
  );
}

interface GuidedProps {
  sheet: Sheet;
  problem: Problem;
  declare: (declared: string) => void;
  back: () => void;
}

/** Where a khiếu nại or tố cáo belongs, and the way on for whoever means a report. */
export function Guided({ sheet, problem, declare, back }: GuidedProps) {
  const { say, facts } = sheet;
  const { language } = facts;
  const { guidance, because, question, final } = problem;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [problem]);
  if (!guidance) return null;
  const choices = question?.choices?.map((one) => ({
    value: one.value,
    label: one.label[language],
  }));
  return (
    <article class="guidance">
      <h1 tabIndex={-1} ref={head}>
        {(question ?? guidance.title)[language]}
      </h1>
      <p class="calm">{say('nothingKept')}</p>
      {choices && (
        <Radios
          sheet={sheet}
          id="declared"
          label={say('choose')}
          options={choices}
          value={null}
          onType={declare}
        />
      )}
      {question && <h2>{guidance.title[language]}</h2>}
      <p class="lead">{guidance.text[language]}</p>
      {because && (
        <>
          <h3>{say('because')}</h3>
          <p>{because[language]}</p>
        </>
      )}
      <h3>{say('where')}</h3>
      <ul class="receivers">
        {guidance.where.map((one) => (
          <li key={one.name.vi}>
            <b>{one.name[language]}</b>
            {one.address && <span>{one.address[language]}</span>}
            {one.phone && <a href={`tel:${one.phone.replaceAll(' ', '')}`}>{one.phone}</a>}
            <small>{one.check[language]}</small>
          </li>
        ))}
      </ul>
      <h3>{say('form')}</h3>
      <p>{guidance.form[language]}</p>
      <h3>{say('identity')}</h3>
      <p>{guidance.identity[language]}</p>
      <h3>{say('limits')}</h3>
      <ul>
        {guidance.limits.map((one) => (
          <li key={one.what.vi}>
            <b>{one.what[language]}</b>: {one.limit[language]}{' '}
            <small>({one.basis[language]})</small>
          </li>
        ))}
      </ul>
      <p>{guidance.instead[language]}</p>
      <p class="actions">
        {final === false && (
          <button type="button" onClick={() => declare('report')}>
            {say('asReport')}
          </button>
        )}
        <button type="button" class="quiet" onClick={back}>
          {say('toText')}
        </button>
      </p>
    </article>
  );
}

interface OutboxProps {
  sheet: Sheet;
  entries: readonly Leaving[];
  flush: () => void;
  open: (entry: Leaving) => void;
}

/** What is on its way, what came back, and what went while nobody looked. */
export function Outbox({ sheet: { say }, entries, flush, open }: OutboxProps) {
  return (
    <div aria-live="polite">
      {entries.map((entry) => (
        <section key={entry.key} class={`leaving ${entry.state}`}>
          {entry.state === 'waiting' && (
            <>
              <h2>{say('waiting')}</h2>
              <p class="typed">{entry.draft?.text}</p>
              <p>{say('waitingHint')}</p>
              <button type="button" class="quiet" onClick={flush}>
                {say('sendNow')}
              </button>
            </>
          )}
          {entry.state === 'sent' && (
            <>
              <h2>{say('sentWhileAway')}</h2>
              <p class="code">{entry.code}</p>
              <button type="button" onClick={() => void openReceipt(entry)}>
                {say('openReceipt')}
              </button>
            </>
          )}
          {entry.state === 'refused' && (
            <>
              <h2>{say('refusedWhileAway')}</h2>
              <p class="typed">{entry.draft?.text}</p>
              <button type="button" onClick={() => open(entry)}>
                {say('openAgain')}
              </button>
            </>
          )}
        </section>
      ))}
    </div>
  );
}
