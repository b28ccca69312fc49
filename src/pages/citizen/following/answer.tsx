import type {
  AnswerView,
  TrackedComplaint,
  TrackedFile,
} from '../../../complaints/dto/tracking.dto.js';
import type { Language } from '../../../platform/moment.js';
import { Moment, type Written } from '../parts/moment.js';
import { followWords as w } from './words.js';

function Evidence({
  code,
  files,
  language,
}: {
  code: string;
  files: TrackedFile[];
  language: Language;
}) {
  if (files.length === 0) return null;
  return (
    <ul class="photos">
      {files.map(({ id, type }, at) => {
        const href = `/api/complaints/${code}/attachments/${id}`;
        const image = type.startsWith('image/');
        const name = `${(image ? w.photo : w.file)[language]} ${at + 1}`;
        return (
          <li key={id}>
            <a href={href}>{image ? <img src={href} alt={name} loading="lazy" /> : name}</a>
          </li>
        );
      })}
    </ul>
  );
}

export function AnswerParts({ answer, language }: { answer: AnswerView; language: Language }) {
  return (
    <dl class="parts">
      <dt>{w.finding[language]}</dt>
      <dd>{answer.finding}</dd>
      <dt>{w.done[language]}</dt>
      <dd>{answer.done}</dd>
      {answer.basis && (
        <>
          <dt>{w.basis[language]}</dt>
          <dd>{answer.basis}</dd>
        </>
      )}
      <dt>{w.by[language]}</dt>
      <dd>{answer.agency[language]}</dd>
    </dl>
  );
}

/** The published answer, with its photos and how to disagree. */
export function Answer({ view, language, timeZone }: Written & { view: TrackedComplaint }) {
  const { answer, code } = view;
  if (!answer) return null;
  return (
    <section class="card answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{w.answer[language]}</h2>
      <p class="hint">
        <Moment at={answer.publishedAt} language={language} timeZone={timeZone} />
      </p>
      <AnswerParts answer={answer} language={language} />
      <Evidence code={code} files={answer.evidence} language={language} />
      <p class="hint">
        {w.disagree[language]} <a href="/help/complaints-law">{w.disagreeHow[language]}</a>.
      </p>
    </section>
  );
}

/** The larger matter, and the parts that go ahead by themselves. */
export function Around({ view, language, timeZone }: Written & { view: TrackedComplaint }) {
  const { incident, linked } = view;
  return (
    <>
      {incident && (
        <section class="card" aria-labelledby="incident-title">
          <h2 id="incident-title">{w.incident[language]}</h2>
          <p>
            <b>{incident.title}</b>
            {incident.others > 0 && ` · ${incident.others} ${w.othersReport[language]}`}
          </p>
          {incident.standingAnswer && <p>{incident.standingAnswer}</p>}
        </section>
      )}
      {linked.map((one, at) => (
        <section key={one.dueAt + at} class="card" aria-labelledby={`linked-${at}`}>
          <h2 id={`linked-${at}`}>{w.linked[language]}</h2>
          <p>
            <b>{one.category?.[language]}</b> · {one.statusWords[language]}
            {one.lead && ` · ${one.lead[language]}`}
          </p>
          <p class="hint">
            {w.promise[language]} <Moment at={one.dueAt} language={language} timeZone={timeZone} />
          </p>
          {one.answer && <AnswerParts answer={one.answer} language={language} />}
        </section>
      ))}
    </>
  );
}
