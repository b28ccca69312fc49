import { Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from './edit.ts';

interface Field {
  path: string;
  label: string;
  hint?: string;
  /** Kept as it is, however open the draft. */
  locked?: boolean;
  /** Emptied, it is not there. */
  optional?: boolean;
  /** Emptied, it is null. */
  nullable?: boolean;
}

const emptied = ({ optional, nullable }: Field) => (optional ? undefined : nullable ? null : '');

export function TextField(field: Field & { type?: 'date' | 'email' | 'tel'; long?: boolean }) {
  const { path, label, hint, locked, type, long } = field;
  const { value, error, isOpen, write } = useField(path);
  const given = {
    label,
    description: hint,
    error,
    value: typeof value === 'string' ? value : '',
    readOnly: !isOpen || locked,
    onChange: ({ currentTarget: { value: typed } }: { currentTarget: { value: string } }) =>
      write(typed === '' ? emptied(field) : typed),
  };
  return long ? <Textarea {...given} autosize minRows={3} /> : <TextInput {...given} type={type} />;
}

/** A text in both languages, side by side. */
export function WordsField({ path, label, long }: Field & { long?: boolean }) {
  const { t } = useTranslation('admin');
  return (['vi', 'en'] as const).map((language) => (
    <TextField
      key={language}
      path={`${path}.${language}`}
      label={t(`entry.in.${language}`, { label })}
      long={long}
    />
  ));
}

export function CountField({ path, label, hint }: Field) {
  const { value, error, isOpen, write } = useField(path);
  return (
    <TextInput
      label={label}
      description={hint}
      inputMode="numeric"
      error={error}
      value={String(value ?? '')}
      readOnly={!isOpen}
      onChange={({ currentTarget: { value: typed } }) =>
        write(/^\d+$/.test(typed) ? Number(typed) : typed)
      }
    />
  );
}

type Options = readonly { value: string; label: string }[];

/** One of a few. */
export function ChoiceField({ path, label, hint, options }: Field & { options: Options }) {
  const { value, error, isOpen, write } = useField(path);
  return (
    <NativeSelect
      label={label}
      description={hint}
      error={error}
      disabled={!isOpen}
      value={String(value ?? '')}
      data={options}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

/** One of many, found by its words. */
export function PickField(field: Field & { options: Options }) {
  const { path, label, hint, options } = field;
  const { t } = useTranslation('admin');
  const { value, error, isOpen, write } = useField(path);
  return (
    <Select
      label={label}
      description={hint}
      error={error}
      data={options}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(code) => write(code ?? emptied(field))}
      readOnly={!isOpen}
      searchable
      clearable={isOpen && (field.nullable || field.optional)}
      clearButtonProps={{ 'aria-label': t('entry.clear', { label }) }}
      limit={60}
      nothingFoundMessage={t('audit.none')}
    />
  );
}

export function FlagField({ path, label, hint, optional }: Field) {
  const { value, error, isOpen, write } = useField(path);
  return (
    <Checkbox
      label={label}
      description={hint}
      error={error}
      checked={value === true}
      disabled={!isOpen}
      onChange={({ currentTarget: { checked } }) =>
        write(optional && !checked ? undefined : checked)
      }
    />
  );
}

/** Words with commas between; what is typed stays as it is, so that a comma can be typed. */
export function ListField({ path, label, hint }: Field) {
  const { value, error, isOpen, write } = useField(path);
  const [typed, setTyped] = useState(() => (Array.isArray(value) ? value.join(', ') : ''));
  return (
    <Textarea
      label={label}
      description={hint}
      error={error}
      autosize
      value={typed}
      readOnly={!isOpen}
      onChange={({ currentTarget: { value: now } }) => {
        setTyped(now);
        write(
          now
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
        );
      }}
    />
  );
}
