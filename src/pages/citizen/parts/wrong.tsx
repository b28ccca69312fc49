import type { Words } from '#lifecycle';
import type { Problem } from '../../../platform/errors/problem.js';
import type { Language } from '../../../platform/moment.js';

interface Props {
  wrong: Problem;
  language: Language;
  title: Words;
  /** The field that an error is about, by its id and label. */
  fieldAt: (name: string) => { id: string; label: Words } | null;
  notes?: readonly Words[];
}

/** What went wrong, first on the page: it takes the focus and leads to the fields. */
export function WrongSummary({ wrong, language, title, fieldAt, notes = [] }: Props) {
  const errors = wrong.errors ?? [];
  return (
    <div class="wrong-summary" role="alert" tabIndex={-1} data-focus>
      <h2>{title[language]}</h2>
      <p>{wrong.detail[language]}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((one) => {
            const field = fieldAt(one.field.split('.')[0] ?? '');
            return (
              <li key={one.field}>
                {field ? (
                  <a href={`#${field.id}`}>{`${field.label[language]}: ${one[language]}`}</a>
                ) : (
                  one[language]
                )}
              </li>
            );
          })}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note.vi}>{note[language]}</p>
      ))}
    </div>
  );
}
