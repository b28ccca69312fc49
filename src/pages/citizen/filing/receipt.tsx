import { writeMoment, type Language } from '../../../platform/moment.js';
import { Qr } from '../parts/qr.js';
import type { ReceiptView } from './receipt-reader.js';
import { nextSteps, receiptWords as w } from './words.js';

interface ReceiptProps {
  receipt: ReceiptView;
  followUrl: string;
  language: Language;
  timeZone: string;
}

/** What somebody keeps of a filing: the code, the promise, who has it and what comes next. */
export function Receipt({ receipt, followUrl, language, timeZone }: ReceiptProps) {
  const { code, promise, holder, category, why, incident } = receipt;
  const due = writeMoment(new Date(promise.dueAt), language, timeZone);
  return (
    <article class="receipt" data-url={followUrl} data-code={code} data-copied={w.copied[language]}>
      <h1>{w.title[language]}</h1>
      <p class="lead">{w.thanks[language]}</p>
      <section class="ticket" aria-labelledby="code">
        <div>
          <h2 id="code">{w.code[language]}</h2>
          <p class="code">{code}</p>
          <p>{w.keep[language]}</p>
        </div>
        <Qr text={followUrl} label={w.qr[language]} />
      </section>
      <p class="promise">
        {w.promise[language]} <b>{due}</b>, {w.because[language]} {promise.why[language]}.
      </p>
      <p class="actions no-print">
        <a class="button" href={`/follow/${code}`}>
          {w.follow[language]}
        </a>
        <a class="button quiet" href={`/file/receipt/${code}/save`} download>
          {w.save[language]}
        </a>
        <button class="quiet" type="button" data-does="copy" hidden>
          {w.copy[language]}
        </button>
        <button class="quiet" type="button" data-does="share" hidden>
          {w.share[language]}
        </button>
        <button class="quiet" type="button" data-does="print" hidden>
          {w.print[language]}
        </button>
      </p>
      <p role="status" class="said" />
      <dl class="facts">
        {holder && (
          <div>
            <dt>{w.holder[language]}</dt>
            <dd>
              {holder.unit[language]} <small>{holder.duty[language]}</small>
            </dd>
          </div>
        )}
        {category && (
          <div>
            <dt>{w.category[language]}</dt>
            <dd>{category[language]}</dd>
          </div>
        )}
        {incident && (
          <div>
            <dt>{w.shared[language]}</dt>
            <dd>
              {incident.title}
              {incident.standingAnswer && <p>{incident.standingAnswer}</p>}
            </dd>
          </div>
        )}
        {why.length > 0 && (
          <div>
            <dt>{w.why[language]}</dt>
            <dd>
              <ul>
                {why.map((one) => (
                  <li key={one.vi}>{one[language]}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <h2>{w.next[language]}</h2>
      <ol class="next">
        {nextSteps.map((step) => (
          <li key={step.vi}>{step[language]}</li>
        ))}
      </ol>
      <p class="no-print">
        <a href="/file">{w.another[language]}</a>
      </p>
    </article>
  );
}

/** The same as a text to be saved. */
export function receiptText({ receipt, followUrl, language, timeZone }: ReceiptProps): string {
  const { code, promise, holder } = receipt;
  const lines = [
    w.title[language],
    `${w.code[language]}: ${code}`,
    followUrl,
    `${w.promise[language]} ${writeMoment(new Date(promise.dueAt), language, timeZone)}, ${w.because[language]} ${promise.why[language]}.`,
    ...(holder ? [`${w.holder[language]}: ${holder.unit[language]}`] : []),
    w.keep[language],
  ];
  // Some phones read a text as what it is by this mark alone.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
