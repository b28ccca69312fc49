import type { ComponentChildren } from 'preact';
import type { CityCard } from '../../../catalog/city-data.js';
import { Emergency } from './emergency.js';
import type { FormState } from '../parts/fields.js';
import { Carried, ErrorSummary } from './fields.js';
import { pageFields } from './form.js';
import { filingWords as w, stepNames, stepTitles, type Step } from './words.js';

interface PageProps {
  sheet: FormState;
  step: Step;
  /** What is said above the errors of the fields. */
  lead?: string | undefined;
  emergencies: CityCard['emergency'];
  /** Names of the fields that the page itself has. */
  own: (name: string) => boolean;
  children: ComponentChildren;
}

/** One page of the filing: what went wrong, what is urgent, the fields, the way on and the way back. */
export function FilingPage({ sheet, step, lead, emergencies, own, children }: PageProps) {
  const { language, typed } = sheet;
  const at = stepNames.indexOf(step);
  const before = stepNames[at - 1];
  const next = stepNames[at + 1];
  const shown = (name: string) =>
    own(name) || pageFields.some((one) => one === name && one !== 'key');
  return (
    <>
      <p class="progress">
        {w.stepOf[language]} {at + 1}/{stepNames.length}
      </p>
      <h1>{stepTitles[step][language]}</h1>
      <ErrorSummary sheet={sheet} lead={lead} />
      <Emergency numbers={emergencies} language={language} />
      <form
        id="filing"
        method="post"
        action={next ? '/file' : '/file/send'}
        encType="multipart/form-data"
        noValidate
      >
        {/* What the Enter key presses: a way back that stands above must not be it. */}
        <button class="unseen" name="go" value={next ?? 'file'} tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="step" value={step} />
        <Carried typed={typed} shown={shown} />
        {children}
        <div class="actions">
          <button type="submit" name="go" value={next ?? 'file'}>
            {(next ? w.next : w.send)[language]}
          </button>
          {before && (
            <button class="quiet" name="go" value={before} formaction="/file">
              {w.back[language]}
            </button>
          )}
        </div>
      </form>
    </>
  );
}
