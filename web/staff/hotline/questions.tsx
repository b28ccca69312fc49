import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../words.ts';
import { idOf } from './call-fault.tsx';
import type { Call, Edit } from './calls.ts';
import type { Category } from './filing.ts';
import { moment } from '../common/moments.ts';
import { typedMoment } from './typed-moment.ts';

interface Props {
  category: Category | undefined;
  call: Call;
  edit: Edit;
  fault: (field: string) => string | undefined;
}

/** What the category asks, and nothing else. */
export function Questions({ category, call, edit, fault }: Props) {
  const { t } = useTranslation('hotline');
  if (!category || category.questions.length === 0) return null;
  const set = (key: string, value: string) => edit({ answers: { ...call.answers, [key]: value } });
  return (
    <fieldset className="questions">
      <legend>{t('questions', { category: inWords(category.name) })}</legend>
      {category.questions.map(({ key, type, required, label, choices = [] }) => {
        const common = {
          id: idOf(`answers.${key}`),
          label: inWords(label),
          required,
          value: call.answers[key] ?? '',
          error: fault(`answers.${key}`),
          onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
            set(key, value),
        };
        if (type === 'choice')
          return (
            <NativeSelect
              key={key}
              {...common}
              data={[
                { value: '', label: t('choose') },
                ...choices.map(({ value, label: words }) => ({ value, label: inWords(words) })),
              ]}
            />
          );
        if (type === 'datetime') {
          const understood = typedMoment(common.value);
          return (
            <TextInput
              key={key}
              {...common}
              autoComplete="off"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              description={understood ? moment(understood) : t('momentHint')}
            />
          );
        }
        return (
          <TextInput
            key={key}
            {...common}
            autoComplete="off"
            inputMode={type === 'number' ? 'decimal' : undefined}
          />
        );
      })}
    </fieldset>
  );
}
