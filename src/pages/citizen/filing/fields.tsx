import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';
import { fieldAt, type Typed } from './form.js';
import { filingWords as w } from './words.js';

/** What every part of the form is drawn from. */
export interface Sheet {
  language: Language;
  typed: Typed;
  errors: readonly FieldError[];
}

interface FieldProps {
  sheet: Sheet;
  name: string;
  label: string;
  hint?: string;
  /** Says beside the label that it may be left out. */
  optional?: boolean;
}

export const errorAt = ({ errors, language }: Sheet, id: string): string | undefined =>
  errors.find((one) => fieldAt(one.field).id === id)?.[language];

/** Ids of what stands between label and control, and that it is wrong where it is. */
function described(sheet: Sheet, id: string, hint: boolean) {
  const wrong = errorAt(sheet, id);
  const ids = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return {
    ...(ids && { 'aria-describedby': ids }),
    ...(wrong && { 'aria-invalid': true }),
  };
}

export function Notes({
  sheet,
  id,
  hint,
}: {
  sheet: Sheet;
  id: string;
  hint?: string | undefined;
}) {
  const wrong = errorAt(sheet, id);
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
}

function Labelled(props: FieldProps & { children: ComponentChildren }) {
  const { sheet, name, label, hint, optional = false, children } = props;
  return (
    <div class={errorAt(sheet, name) ? 'field faulty' : 'field'}>
      <label for={name}>
        {label} {optional && <small>({w.optional[sheet.language]})</small>}
      </label>
      <Notes sheet={sheet} id={name} hint={hint} />
      {children}
    </div>
  );
}

type InputProps = FieldProps & {
  type?: 'text' | 'tel' | 'email' | 'datetime-local';
  inputmode?: 'numeric' | 'tel' | 'email' | 'decimal';
  autocomplete?: string;
  maxlength?: number;
};

export function Input({ type = 'text', inputmode, autocomplete, maxlength, ...field }: InputProps) {
  const { sheet, name, hint } = field;
  // Its own types know each kind of input by itself, and not one that is told which.
  const given = {
    type,
    value: sheet.typed.get(name) ?? '',
    inputmode,
    autocomplete: autocomplete ?? 'off',
    maxLength: maxlength,
    ...described(sheet, name, hint !== undefined),
  } as InputHTMLAttributes<HTMLInputElement>;
  return (
    <Labelled {...field}>
      <input id={name} name={name} {...given} />
    </Labelled>
  );
}

export function TextArea({
  rows = 6,
  placeholder,
  ...field
}: FieldProps & { rows?: number; placeholder?: string }) {
  const { sheet, name, hint } = field;
  return (
    <Labelled {...field}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={4000}
        placeholder={placeholder}
        {...described(sheet, name, hint !== undefined)}
      >
        {sheet.typed.get(name) ?? ''}
      </textarea>
    </Labelled>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select({
  options,
  none,
  ...field
}: FieldProps & { options: readonly Option[]; none: string }) {
  const { sheet, name, hint } = field;
  const chosen = sheet.typed.get(name) ?? '';
  return (
    <Labelled {...field}>
      <select id={name} name={name} {...described(sheet, name, hint !== undefined)}>
        <option value="">{none}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** One of several, as large targets; the first has the field's own id, so that an error finds it. */
export function Radios({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { sheet, name, label, hint, optional = false } = field;
  return (
    <fieldset
      class={errorAt(sheet, name) ? 'field faulty' : 'field'}
      {...described(sheet, name, hint !== undefined)}
    >
      <legend>
        {label} {optional && <small>({w.optional[sheet.language]})</small>}
      </legend>
      <Notes sheet={sheet} id={name} hint={hint} />
      <div class="choices">
        {options.map((option, at) => (
          <Radio
            key={option.value}
            name={name}
            option={option}
            id={at === 0 ? name : `${name}-${option.value}`}
            checked={(sheet.typed.get(name) ?? '') === option.value}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface RadioProps {
  name: string;
  id: string;
  option: Option;
  checked: boolean;
}

export const Radio = ({ name, id, option, checked }: RadioProps) => (
  <label class="choice" for={id}>
    <input type="radio" id={id} name={name} value={option.value} checked={checked} />
    <span>{option.label}</span>
  </label>
);

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
export function ErrorSummary({ sheet, lead }: { sheet: Sheet; lead?: string | undefined }) {
  const { errors, language } = sheet;
  if (errors.length === 0 && lead === undefined) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} id="wrong" autofocus>
      <h2>{w.wrong[language]}</h2>
      {lead && <p>{lead}</p>}
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${fieldAt(error.field).id}`}>{error[language]}</a>
          </li>
        ))}
      </ul>
      <p>{w.kept[language]}</p>
    </div>
  );
}
