import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { Moment, type Written } from '../parts/moment.js';
import { Qr } from '../parts/qr.js';
import { rightsWords } from '../rights/words.js';
import { WrongSummary } from '../parts/wrong.js';
import { Answer, Around } from './answer.js';
import { Deeds, fieldAt } from './deeds.js';
import { Now } from './now.js';
import { pathOf, type Drawing } from './shown.js';
import { deedWords, followWords as w, formWords } from './words.js';

function Story({ view, language, timeZone }: Written & { view: TrackedComplaint }) {
  return (
    <section class="card" aria-labelledby="story-title">
      <h2 id="story-title">{w.story[language]}</h2>
      <ol class="story" reversed>
        {view.timeline.toReversed().map(({ at, type, words, text }) => (
          <li key={at + type + words.vi} class={`step step-${type}`}>
            <b>{words[language]}</b>
            <Moment at={at} language={language} timeZone={timeZone} />
            {text && <blockquote>{text}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Keep({ shown }: { shown: Drawing }) {
  const { code, url, language } = shown;
  return (
    <aside class="card keep">
      <div>
        <p>
          {w.code[language]} <b class="code">{code}</b>
        </p>
        <p class="hint">{w.keep[language]}</p>
        {shown.view && shown.view.rights.length > 0 && (
          <p class="no-print">
            <a href={pathOf(code, language, '/rights')}>{rightsWords.link[language]}</a>
          </p>
        )}
        <p class="no-print">
          <button type="button" class="quiet" data-print hidden>
            {w.print[language]}
          </button>
        </p>
      </div>
      <Qr text={url} label={w.qr[language]} />
    </aside>
  );
}

/** The page of a code: where the matter is, what came of the last form, and what can be done now. */
export function Follow({ shown }: { shown: Drawing }) {
  const { code, view, tried, done, language, timeZone } = shown;
  const written = { language, timeZone };
  return (
    <div class="follow" data-follow={code}>
      <h1 data-part="title">{view?.category?.[language] ?? w.mine[language]}</h1>
      <p class="under">
        <span class="code">{code}</span>
        <span
          class="live-state"
          role="status"
          data-live={w.live[language]}
          data-lost={w.lost[language]}
          data-kept={w.keptTyped[language]}
        />
      </p>
      {done && !tried && (
        <p class="done" role="status" data-focus tabIndex={-1}>
          {deedWords[done].done[language]}
        </p>
      )}
      {tried && (
        <WrongSummary
          wrong={tried.wrong}
          language={language}
          title={formWords.wrong}
          fieldAt={fieldAt(tried.deed)}
          notes={[formWords.kept, ...(tried.deed === 'reply' ? [formWords.filesAgain] : [])]}
        />
      )}
      <div class="columns">
        <div>
          {view && (
            <div data-part="now">
              <Now view={view} {...written} />
              {view.removed && <p class="card">{view.removed[language]}</p>}
              {view.restricted && <p class="card">{w.restricted[language]}</p>}
              <Answer view={view} {...written} />
              <Around view={view} {...written} />
            </div>
          )}
          {(view === undefined || view.removed === null) && (
            <div data-part="deeds">
              <Deeds shown={shown} />
            </div>
          )}
          {!view && (
            <p>
              <a href={pathOf(code, language)}>{formWords.back[language]}</a>
            </p>
          )}
        </div>
        <div>
          {view && (
            <div data-part="story">
              <Story view={view} {...written} />
            </div>
          )}
          <Keep shown={shown} />
        </div>
      </div>
    </div>
  );
}
