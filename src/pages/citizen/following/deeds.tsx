import type { CommandType } from '#lifecycle';
import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import type { Language } from '../../../platform/moment.js';
import { Files, Radios, Select, TextArea, type FormState } from '../parts/fields.js';
import { factors } from './forms.dto.js';
import { pathOf, type Drawing } from './shown.js';
import {
  deedWords,
  deeds,
  factorWords,
  followWords,
  formWords,
  questionWords,
  rateWords,
  scoreWords,
  type Deed,
} from './words.js';

const scores = scoreWords.map((label, at) => ({ value: String(at + 1), label }));
/** The best first: it stands under the thumb. */
const stars = scores
  .map(({ value, label }) => {
    const drawn = '★'.repeat(Number(value));
    return { value, label: { vi: `${drawn} ${label.vi}`, en: `${drawn} ${label.en}` } };
  })
  .toReversed();

const texts: Partial<Record<Deed, { least: number; most: number }>> = {
  reply: { least: 1, most: 4000 },
  reopen: { least: 5, most: 2000 },
  appeal: { least: 5, most: 2000 },
  rate: { least: 0, most: 2000 },
};

/** What a form names its fields, for the summary of errors. */
export function fieldAt(deed: Deed) {
  return (name: string) => {
    if (name === 'text' && deedWords[deed].text)
      return { id: `${deed}-text`, label: deedWords[deed].text };
    if (name === 'score') return { id: 'rate-score', label: rateWords.score };
    if (name === 'files') return { id: 'reply-files', label: formWords.photos };
    return null;
  };
}

const asked = (view: TrackedComplaint | undefined) => view?.status === 'waiting_filer';

function Fields({ deed, state, question }: { deed: Deed; state: FormState; question: boolean }) {
  const { text } = deedWords[deed];
  const label = question ? questionWords.text : text;
  const length = texts[deed];
  return (
    <>
      {deed === 'rate' && (
        <Radios state={state} name="score" label={rateWords.score} choices={stars} required />
      )}
      {label && length && <TextArea state={state} name="text" label={label} {...length} />}
      {deed === 'reply' && (
        <Files state={state} name="files" label={formWords.photos} hint={formWords.photosHint} />
      )}
      {deed === 'rate' && (
        <details>
          <summary>{rateWords.more[state.language]}</summary>
          {factors.map((name) => (
            <Select
              key={name}
              state={state}
              name={name}
              label={factorWords[name]}
              choices={scores.toReversed()}
              none={rateWords.none}
            />
          ))}
        </details>
      )}
    </>
  );
}

function Form({ deed, shown, open }: { deed: Deed; shown: Drawing; open: boolean }) {
  const { code, language, tried, view } = shown;
  const mine = tried?.deed === deed ? tried : null;
  const state: FormState = {
    form: deed,
    language,
    typed: mine?.typed ?? new Map(),
    errors: mine?.wrong.errors ?? [],
  };
  const question = deed === 'reply' && asked(view);
  const words = deedWords[deed];
  const title = (question ? questionWords.title : words.title)[language];
  const form = (
    <form
      method="post"
      action={pathOf(code, language, `/${deed}`)}
      encType="multipart/form-data"
      data-deed={deed}
    >
      {!question && <p class="hint">{words.lead[language]}</p>}
      {question && <Question view={view} language={language} />}
      <Fields deed={deed} state={state} question={question} />
      <button type="submit" class={deed === 'reopen' ? 'quiet' : undefined}>
        {(question ? questionWords.send : words.send)[language]}
      </button>
    </form>
  );
  return open ? (
    <section class="deed" id={`do-${deed}`}>
      <h3>{title}</h3>
      {form}
    </section>
  ) : (
    <details class="deed" id={`do-${deed}`}>
      <summary>{title}</summary>
      {form}
    </details>
  );
}

function Question({ view, language }: { view: TrackedComplaint | undefined; language: Language }) {
  const question = view?.timeline.findLast(({ type }) => type === 'question_asked')?.text;
  if (!question) return null;
  return (
    <figure class="question">
      <figcaption>{questionWords.asked[language]}</figcaption>
      <blockquote>{question}</blockquote>
    </figure>
  );
}

/** What should be done now stands open; what can be done besides is folded. */
function isFirst(deed: Deed, can: readonly CommandType[], view: TrackedComplaint | undefined) {
  if (asked(view)) return deed === 'reply';
  return deed === 'confirm' || (deed === 'rate' && !can.includes('confirm')) || deed === 'appeal';
}

/** Everything that the filer can do now, as forms that need no script. */
export function Deeds({ shown }: { shown: Drawing }) {
  const { view, tried, language } = shown;
  const rated = view?.timeline.some(({ type }) => type === 'rated') ?? false;
  const open = deeds.filter((deed) =>
    view ? view.can.includes(deed) && !(deed === 'rate' && rated) : tried?.deed === deed,
  );
  // What was refused is shown again, also where the matter has moved on: nobody types it twice.
  const listed =
    tried && !open.includes(tried.deed) && tried.typed.size > 0 ? [...open, tried.deed] : open;
  return (
    <section class="card deeds" aria-labelledby="can-title" id="do">
      <h2 id="can-title">{followWords.can[language]}</h2>
      {listed.length === 0 && <p>{followWords.nothing[language]}</p>}
      {listed.map((deed) => (
        <Form
          key={deed}
          deed={deed}
          shown={shown}
          open={tried?.deed === deed || isFirst(deed, view?.can ?? [], view)}
        />
      ))}
    </section>
  );
}
