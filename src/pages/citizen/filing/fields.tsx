import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';
import type { FormState, Typed } from '../parts/fields.js';
import { fieldAt } from './form.js';
import { filingWords as w } from './words.js';

/** What every part of the form is drawn from; each error is named by the control that it stands at. */
export const sheetOf = (
  language: Language,
  typed: Typed,
  errors: readonly FieldError[] = [],
): FormState => ({
  form: '',
  language,
  typed,
  errors: errors.map((error) => ({ ...error, field: fieldAt(error.field).id })),
});

/** What was typed on other pages goes on unseen. */
export const Carried = ({ typed, shown }: { typed: Typed; shown: (name: string) => boolean }) => (
  <>
    {[...typed]
      .filter(([name, value]) => value !== '' && !shown(name))
      .map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
  </>
);

/** Takes the focus when the page comes, and leads to each field. */
export function ErrorSummary({ sheet, lead }: { sheet: FormState; lead?: string | undefined }) {
  const { errors, language } = sheet;
  if (errors.length === 0 && lead === undefined) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} id="wrong" autofocus>
      <h2>{w.wrong[language]}</h2>
      {lead && <p>{lead}</p>}
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error[language]}</a>
          </li>
        ))}
      </ul>
      <p>{w.kept[language]}</p>
    </div>
  );
}
