import type { ComponentChildren } from 'preact';
import type { Words } from '#lifecycle';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';

/** What somebody typed into a form, by the names of its fields. */
export type Typed = ReadonlyMap<string, string>;

/** A form as it is shown: its language, what was typed, and what is wrong with it. */
export interface FormState {
  /** Begins the ids of its fields. */
  form: string;
  language: Language;
  typed: Typed;
  errors: readonly FieldError[];
}

interface FieldProps {
  state: FormState;
  name: string;
  label: Words;
  hint?: Words;
}

export const idOf = (form: string, name: string) => `${form}-${name}`;

const errorOf = ({ errors }: FormState, name: string) =>
  errors.find(({ field }) => field === name || field.startsWith(`${name}.`));

function described({ state, name, hint }: Pick<FieldProps, 'state' | 'name' | 'hint'>) {
  const id = idOf(state.form, name);
  const wrong = errorOf(state, name) !== undefined;
  const by = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return { 'aria-describedby': by || undefined, 'aria-invalid': wrong ? true : undefined };
}

function Around(props: FieldProps & { children: ComponentChildren }) {
  const { state, name, label, hint, children } = props;
  const id = idOf(state.form, name);
  const wrong = errorOf(state, name);
  return (
    <div class="field">
      <label for={id}>{label[state.language]}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint[state.language]}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong[state.language]}
        </p>
      )}
      {children}
    </div>
  );
}

interface TextProps extends FieldProps {
  least?: number;
  most: number;
  rows?: number;
}

export function TextArea(props: TextProps) {
  const { state, name, least = 0, most, rows = 4 } = props;
  return (
    <Around {...props}>
      <textarea
        id={idOf(state.form, name)}
        name={name}
        rows={rows}
        maxLength={most}
        minLength={least || undefined}
        required={least > 0}
        {...described(props)}
      >
        {state.typed.get(name) ?? ''}
      </textarea>
    </Around>
  );
}

interface InputProps extends FieldProps {
  required?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'email' | 'tel';
  most?: number;
}

export function Input(props: InputProps) {
  const { state, name, required, autocomplete, inputmode, most } = props;
  return (
    <Around {...props}>
      <input
        id={idOf(state.form, name)}
        name={name}
        required={required}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxLength={most}
        value={state.typed.get(name) ?? ''}
        {...described(props)}
      />
    </Around>
  );
}

export function Files(props: FieldProps) {
  return (
    <Around {...props}>
      <input
        id={idOf(props.state.form, props.name)}
        name={props.name}
        type="file"
        accept="image/*,application/pdf"
        multiple
        {...described(props)}
      />
    </Around>
  );
}

export interface Choice {
  value: string;
  label: Words;
}

interface ChoiceProps extends FieldProps {
  choices: readonly Choice[];
  /** The first choice of a list, which chooses nothing. */
  none?: Words;
  required?: boolean;
}

interface RadioProps extends ChoiceProps {
  /** What a choice means, beneath its name. */
  hints?: (value: string) => Words;
}

export function Select(props: ChoiceProps) {
  const { state, name, choices, none } = props;
  const value = state.typed.get(name) ?? '';
  return (
    <Around {...props}>
      <select id={idOf(state.form, name)} name={name} {...described(props)}>
        {none && <option value="">{none[state.language]}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {one.label[state.language]}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function Radios(props: RadioProps) {
  const { state, name, label, hint, choices, hints, required } = props;
  const id = idOf(state.form, name);
  const wrong = errorOf(state, name);
  const value = state.typed.get(name);
  return (
    <fieldset class="field" {...described(props)}>
      <legend>{label[state.language]}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint[state.language]}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong[state.language]}
        </p>
      )}
      {choices.map((one, at) => (
        <label key={one.value} class="choice">
          <input
            type="radio"
            id={at === 0 ? id : undefined}
            name={name}
            value={one.value}
            checked={one.value === value}
            required={required}
          />
          <span>
            {one.label[state.language]}
            {hints && <small>{hints(one.value)[state.language]}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
