import { NativeSelect, Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../common/drafts.ts';
import type { Change } from './use-draft.ts';

/** What a form's fields are given: what is typed, how to change it, and what is wrong with it. */
export interface Typing {
  draft: Draft;
  change: Change;
  wrong: (field: string) => string | undefined;
}

export const typed = ({ fields }: Draft, name: string) => fields[name] ?? '';

export const write = (change: Change, name: string, text: string) =>
  change((draft) => ({ ...draft, fields: { ...draft.fields, [name]: text } }));

export const idOf = (field: string) => `field-${field}`;

interface FieldProps {
  typing: Typing;
  name: string;
  label?: string;
  hint?: string;
  required?: boolean;
}

function useField({ typing, name, label, hint, required = true }: FieldProps) {
  const { t } = useTranslation('agency');
  return {
    id: idOf(name),
    label: label ?? t(`field.${name}`),
    description: hint,
    required,
    withAsterisk: false,
    value: typed(typing.draft, name),
    error: typing.wrong(name),
  };
}

export function Words(props: FieldProps & { max: number; rows?: number }) {
  const field = useField(props);
  return (
    <Textarea
      {...field}
      autosize
      minRows={props.rows ?? 3}
      maxLength={props.max}
      onChange={(event) => write(props.typing.change, props.name, event.currentTarget.value)}
    />
  );
}

type Choice = { value: string; label: string; hint?: string };

/** Few enough to see all of them. */
export function Choose(props: FieldProps & { choices: readonly Choice[] }) {
  const { id, ...field } = useField(props);
  return (
    <Radio.Group
      {...field}
      id={id}
      tabIndex={-1}
      onChange={(value) => write(props.typing.change, props.name, value)}
    >
      <div className="choices">
        {props.choices.map(({ value, label, hint }) => (
          <Radio.Card key={value} value={value} className="choice">
            <Radio.Indicator />
            <span>
              <b>{label}</b>
              {hint && <span className="muted">{hint}</span>}
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

/** One of many, by the device's own list. */
export function Pick(props: FieldProps & { choices: readonly Choice[] }) {
  const { t } = useTranslation('agency');
  const field = useField(props);
  return (
    <NativeSelect
      {...field}
      onChange={(event) => write(props.typing.change, props.name, event.currentTarget.value)}
      data={[{ value: '', label: t('field.choose') }, ...props.choices]}
    />
  );
}
