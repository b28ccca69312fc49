import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import type { Words } from '#lifecycle';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';

/** What somebody typed into a form, by the names of its fields. */
export type Typed = ReadonlyMap<string, string>;

/** A form as it is shown: its language, what was typed, and what is wrong with it. */
export interface FormState {
  /** Begins the ids of its fields; empty where a page has one form alone. */
  form: string;
  language: Language;
  typed: Typed;
  errors: readonly FieldError[];
}

/** In both languages, or in that of the page already. */
type Label = Words | string;

interface FieldProps {
  state: FormState;
  name: string;
  label: Label;
  hint?: Label | undefined;
  /** Says beside the label that it may be left out. */
  optional?: boolean;
}

export const optionalWords: Words = { vi: 'không bắt buộc', en: 'optional' };

const said = (label: Label, { language }: FormState) =>
  typeof label === 'string' ? label : label[language];

const idOf = ({ form }: FormState, name: string) => (form === '' ? name : `${form}-${name}`);

export const errorAt = ({ errors }: FormState, name: string): FieldError | undefined =>
  errors.find(({ field }) => field === name || field.startsWith(`${name}.`));

const blockOf = (state: FormState, name: string) =>
  errorAt(state, name) ? 'field faulty' : 'field';

/** Ids of what stands between label and control, and that it is wrong where it is. */
function described({ state, name, hint }: Pick<FieldProps, 'state' | 'name' | 'hint'>) {
  const id = idOf(state, name);
  const wrong = errorAt(state, name) !== undefined;
  const by = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return { 'aria-describedby': by || undefined, 'aria-invalid': wrong ? true : undefined };
}

export function Notes({ state, name, hint }: Pick<FieldProps, 'state' | 'name' | 'hint'>) {
  const id = idOf(state, name);
  const wrong = errorAt(state, name);
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {said(hint, state)}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong[state.language]}
        </p>
      )}
    </>
  );
}

const Named = ({ state, label, optional = false }: FieldProps) => (
  <>
    {said(label, state)} {optional && <small>({said(optionalWords, state)})</small>}
  </>
);

function Around(props: FieldProps & { children: ComponentChildren }) {
  const { state, name, hint, children } = props;
  return (
    <div class={blockOf(state, name)}>
      <label for={idOf(state, name)}>
        <Named {...props} />
      </label>
      <Notes state={state} name={name} hint={hint} />
      {children}
    </div>
  );
}

interface TextProps extends FieldProps {
  least?: number;
  most?: number;
  rows?: number;
  placeholder?: Label;
}

export function TextArea(props: TextProps) {
  const { state, name, least = 0, most = 4000, rows = 4, placeholder } = props;
  return (
    <Around {...props}>
      <textarea
        id={idOf(state, name)}
        name={name}
        rows={rows}
        maxLength={most}
        minLength={least || undefined}
        required={least > 0}
        placeholder={placeholder && said(placeholder, state)}
        {...described(props)}
      >
        {state.typed.get(name) ?? ''}
      </textarea>
    </Around>
  );
}

interface InputProps extends FieldProps {
  type?: 'text' | 'tel' | 'email' | 'datetime-local';
  required?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'email' | 'tel' | 'decimal';
  most?: number;
}

export function Input(props: InputProps) {
  const { state, name, type = 'text', required, autocomplete = 'off', inputmode, most } = props;
  // Its own types know each kind of input by itself, and not one that is told which.
  const given = {
    type,
    required,
    autocomplete,
    inputmode,
    maxLength: most,
    value: state.typed.get(name) ?? '',
    ...described(props),
  } as InputHTMLAttributes<HTMLInputElement>;
  return (
    <Around {...props}>
      <input id={idOf(state, name)} name={name} {...given} />
    </Around>
  );
}

export function Files(props: FieldProps) {
  return (
    <Around {...props}>
      <input
        id={idOf(props.state, props.name)}
        name={props.name}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,application/pdf"
        multiple
        {...described(props)}
      />
    </Around>
  );
}

export interface Choice {
  value: string;
  label: Label;
}

interface ChoiceProps extends FieldProps {
  choices: readonly Choice[];
  required?: boolean;
}

/** `none` is the first choice of the list, which chooses nothing. */
export function Select(props: ChoiceProps & { none: Label }) {
  const { state, name, choices, none } = props;
  const value = state.typed.get(name) ?? '';
  return (
    <Around {...props}>
      <select id={idOf(state, name)} name={name} {...described(props)}>
        <option value="">{said(none, state)}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {said(one.label, state)}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** One of several, as large targets; the first has the field's own id, so that an error finds it. */
export function Radios(props: ChoiceProps & { hints?: (value: string) => Words }) {
  const { state, name, hint, choices, hints, required } = props;
  const id = idOf(state, name);
  return (
    <fieldset class={blockOf(state, name)} {...described(props)}>
      <legend>
        <Named {...props} />
      </legend>
      <Notes state={state} name={name} hint={hint} />
      <div class="choices">
        {choices.map((choice, at) => (
          <Radio
            key={choice.value}
            state={state}
            name={name}
            choice={choice}
            id={at === 0 ? id : `${id}-${choice.value}`}
            hint={hints?.(choice.value)}
            required={required}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface RadioProps {
  state: FormState;
  name: string;
  id: string;
  choice: Choice;
  /** What the choice means, beneath its name. */
  hint?: Words | undefined;
  required?: boolean | undefined;
}

export const Radio = ({ state, name, id, choice, hint, required }: RadioProps) => (
  <label class="choice" for={id}>
    <input
      type="radio"
      id={id}
      name={name}
      value={choice.value}
      checked={state.typed.get(name) === choice.value}
      required={required}
    />
    <span>
      {said(choice.label, state)}
      {hint && <small>{said(hint, state)}</small>}
    </span>
  </label>
);
