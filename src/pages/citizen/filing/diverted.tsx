import type { DiversionRules, Guidance } from '#diversion';
import type { Words } from '#lifecycle';
import { Radios, type FormState } from '../parts/fields.js';
import { Carried } from './fields.js';
import { divertWords as w, filingWords } from './words.js';

export interface DivertedProps {
  sheet: FormState;
  guidance: Guidance;
  because: Words | null;
  /** What the filer may say that it is; null where nothing more is to be said. */
  question: (Words & { choices: DiversionRules['choices'] }) | null;
  /** The same words can still go as a report. */
  asReport: boolean;
}

/** Where a khiếu nại or tố cáo belongs. Nothing is kept of it; whoever means a report says so and goes on. */
export function Diverted({ sheet, guidance, because, question, asReport }: DivertedProps) {
  const { language, typed } = sheet;
  return (
    <>
      {question && <Declare sheet={sheet} question={question} />}
      <article class="guidance">
        {question ? (
          <h2>{guidance.title[language]}</h2>
        ) : (
          <h1 id="wrong" tabIndex={-1} autofocus>
            {guidance.title[language]}
          </h1>
        )}
        <p class="lead">{guidance.text[language]}</p>
        <p class="calm">{w.nothingKept[language]}</p>
        {because && (
          <>
            <h3>{w.because[language]}</h3>
            <p>{because[language]}</p>
          </>
        )}
        <h3>{w.where[language]}</h3>
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
        <h3>{w.form[language]}</h3>
        <p>{guidance.form[language]}</p>
        <h3>{w.identity[language]}</h3>
        <p>{guidance.identity[language]}</p>
        <h3 id="limits">{w.limits[language]}</h3>
        <Limits sheet={sheet} guidance={guidance} />
        <h3>{w.instead[language]}</h3>
        <p>{guidance.instead[language]}</p>
      </article>
      {!question && (
        <form method="post" action="/file" encType="multipart/form-data" class="no-print">
          <Carried typed={typed} shown={(name) => ['go', 'declared'].includes(name)} />
          {asReport && (
            <>
              <input type="hidden" name="declared" value="report" />
              <button name="go" value="place">
                {w.asReport[language]}
              </button>
            </>
          )}
          <button class="quiet" name="go" value="say">
            {w.toText[language]}
          </button>
        </form>
      )}
    </>
  );
}

function Limits({ sheet: { language }, guidance }: Pick<DivertedProps, 'sheet' | 'guidance'>) {
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-labelledby="limits">
      <table>
        <thead>
          <tr>
            {[w.what, w.limit, w.basis].map((head) => (
              <th key={head.vi} scope="col">
                {head[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guidance.limits.map((one) => (
            <tr key={one.what.vi}>
              <th scope="row">{one.what[language]}</th>
              <td>{one.limit[language]}</td>
              <td>{one.basis[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Declare({
  sheet,
  question,
}: {
  sheet: FormState;
  question: NonNullable<DivertedProps['question']>;
}) {
  const { language, typed } = sheet;
  return (
    <form method="post" action="/file" encType="multipart/form-data" class="declare">
      <h1 id="wrong" tabIndex={-1} autofocus>
        {question[language]}
      </h1>
      <p class="calm">{w.nothingKept[language]}</p>
      <Carried typed={typed} shown={(name) => ['go', 'declared'].includes(name)} />
      <Radios state={sheet} name="declared" label={w.choose} choices={question.choices} />
      <button name="go" value={typed.get('go') === 'send' ? 'send' : 'place'}>
        {filingWords.next[language]}
      </button>
    </form>
  );
}
