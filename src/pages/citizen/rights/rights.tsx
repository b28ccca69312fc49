import type { ComponentChildren } from 'preact';
import { statusWords } from '../../../complaints/words.js';
import type { KeptRequest } from '../../../intake/person/rights.dto.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { pathOf } from '../following/shown.js';
import { Moment, type Written } from '../parts/moment.js';
import { WrongSummary } from '../parts/wrong.js';
import { fieldWords, rightsWords as w } from './words.js';

type Props = Written & {
  code: string;
  requests: readonly KeptRequest[];
  restricted: boolean;
  wrong?: Problem | undefined;
  children: ComponentChildren;
};

const labels = { right: w.what, contact: w.contact, proof: w.code, text: w.note, ...fieldWords };

function fieldAt(name: string) {
  const label = labels[name as keyof typeof labels];
  return label ? { id: `rights-${name}`, label } : null;
}

/** The page around each step: what was refused, what is asked now, and what was asked before. */
export function Rights(props: Props) {
  const { code, requests, restricted, wrong, children, language, timeZone } = props;
  return (
    <div class="follow rights">
      <h1>{w.title[language]}</h1>
      <p class="under">
        <a href={pathOf(code, language)}>{w.back[language]}</a>
        <span class="code">{code}</span>
      </p>
      {wrong && (
        <WrongSummary wrong={wrong} language={language} title={w.wrong} fieldAt={fieldAt} />
      )}
      <p class="lead no-print">{w.lead[language]}</p>
      {restricted && <p class="card">{w.restricted[language]}</p>}
      {children}
      {requests.length > 0 && (
        <section class="card" aria-labelledby="asked-title">
          <h2 id="asked-title">{w.asked[language]}</h2>
          <ul class="asked">
            {requests.map(({ category, filedAt, status }) => (
              <li key={filedAt + (category?.vi ?? '')}>
                <b>{category?.[language]}</b>
                <span>{statusWords[status][language]}</span>
                <small>
                  <Moment at={filedAt} language={language} timeZone={timeZone} />
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
