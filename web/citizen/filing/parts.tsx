/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Fault } from './draft.ts';
import type { Facts, Option } from './facts.ts';

/** What every part of the page is drawn from. */
export interface Sheet {
  facts: Facts;
  say: (name: string) => string;
  faults: readonly Fault[];
}

interface FieldProps {
  sheet: Sheet;
  id: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
}

const faultAt = ({ faults }: Sheet, id: string) => faults.find((one) => one.id === id)?.words;

const Label = ({ sheet, label, optional }: Pick<FieldProps, 'sheet' | 'label' | 'optional'>) => (
  <>
    {label} {optional && <small>({sheet.say('optional')})</small>}
  </>
);

export function Notes({ sheet, id, hint }: Pick<FieldProps, 'sheet' | 'id' | 'hint'>) {
  const wrong = faultAt(sheet, id);
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

export function described(sheet: Sheet, id: string, hint?: string) {
  const wrong = faultAt(sheet, id);
  const ids = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return {
    ...(ids && { 'aria-describedby': ids }),
    ...(wrong && { 'aria-invalid': true as const }),
  };
}

export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const { sheet, id, hint } = props;
  return (
    <div class={faultAt(sheet, id) ? 'field faulty' : 'field'}>
      <label for={id}>
        <Label {...props} />
      </label>
      <Notes sheet={sheet} id={id} hint={hint} />
      {children}
    </div>
  );
}

type Kind = 'text' | 'tel' | 'email' | 'datetime-local';

interface InputProps extends FieldProps {
  value: string;
  onType: (value: string) => void;
  type?: Kind;
  inputMode?: 'decimal' | 'tel' | 'email';
  autoComplete?: string;
  maxLength?: number;
}

export function Input(props: InputProps) {
  const {
    sheet,
    id,
    hint,
    value,
    onType,
    type = 'text',
    inputMode,
    autoComplete,
    maxLength,
  } = props;
  const given = {
    type,
    inputMode,
    autoComplete: autoComplete ?? 'off',
    maxLength,
    ...described(sheet, id, hint),
  };
  return (
    <Field {...props}>
      <input
        {...(given as object)}
        id={id}
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </Field>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onType: (value: string) => void;
  rows?: number;
  placeholder?: string;
}

export function TextArea(props: TextProps) {
  const { sheet, id, hint, value, onType, rows = 3, placeholder } = props;
  return (
    <Field {...props}>
      <textarea
        id={id}
        rows={rows}
        maxLength={4000}
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        {...described(sheet, id, hint)}
      />
    </Field>
  );
}

export function Select(props: TextProps & { options: readonly Option[]; none: string }) {
  const { sheet, id, hint, value, onType, options, none } = props;
  return (
    <Field {...props}>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        {...described(sheet, id, hint)}
      >
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoicesProps {
  name: string;
  options: readonly Option[];
  value: string | null;
  onType: (value: string) => void;
  /** The first choice has the field's own id, so that an error finds it. */
  first?: boolean;
}

export const Choices = ({ name, options, value, onType, first = true }: ChoicesProps) => (
  <div class="choices">
    {options.map((option, at) => (
      <label class="choice" key={option.value}>
        <input
          type="radio"
          id={at === 0 && first ? name : `${name}-${option.value}`}
          name={name}
          value={option.value}
          checked={value === option.value}
          onChange={() => onType(option.value)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
);

export function Radios({
  sheet,
  id,
  label,
  hint,
  optional,
  ...choices
}: FieldProps & Omit<ChoicesProps, 'name'>) {
  return (
    <fieldset
      class={faultAt(sheet, id) ? 'field faulty' : 'field'}
      {...(described(sheet, id, hint) as object)}
    >
      <legend>
        <Label sheet={sheet} label={label} optional={optional ?? false} />
      </legend>
      <Notes sheet={sheet} id={id} hint={hint} />
      <Choices name={id} {...choices} />
    </fieldset>
  );
}
