import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import type { CaseView } from '../../case/use-case.ts';
import { useCategoryChoices } from './classify-form.tsx';
import { openParts, type ExtraField } from './plain-forms.ts';

type Values = Record<string, string>;

interface Props {
  fields: readonly ExtraField[];
  view: CaseView;
  values: Values;
  set: (name: string, value: string) => void;
}

/** The fields that only some commands have. */
export function ExtraFields({ fields, view, values, set }: Props) {
  const { t } = useTranslation('console');
  const names = useNames();
  const categories = useCategoryChoices();
  return fields.map((field) => {
    const { name, is } = field;
    const common = { label: t(`field.${name}`), value: values[name] ?? '' };
    if (is === 'line' || is === 'date')
      return (
        <TextInput
          key={name}
          {...common}
          required
          {...(is === 'date' ? { type: 'date' } : { minLength: field.min, maxLength: field.max })}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
        />
      );
    if (is === 'part' && !field.required && openParts(view).length === 0) return null;
    const parts = openParts(view).map(({ number, agency, task }) => ({
      value: String(number),
      label: [names.agency(agency), task].filter(Boolean).join(': '),
    }));
    return (
      <Select
        key={name}
        {...common}
        value={values[name] ?? null}
        required={is === 'part' && field.required}
        description={is === 'part' && field.required ? undefined : t(`fieldHint.${name}`)}
        clearable
        searchable={is === 'category'}
        data={is === 'part' ? parts : categories}
        onChange={(chosen) => set(name, chosen ?? '')}
      />
    );
  });
}

/** As the API takes them: what is empty is left out, a part is a number. */
export const bodyOf = (fields: readonly ExtraField[], values: Values) =>
  Object.fromEntries(
    fields.flatMap(({ name, is }) => {
      const value = values[name];
      return value ? [[name, is === 'part' ? Number(value) : value]] : [];
    }),
  );
