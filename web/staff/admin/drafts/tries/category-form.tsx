import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../../words.ts';
import type { Category, Question } from '../categories/category.ts';
import type { Draft } from '../use-draft.ts';

/** What somebody is asked who files under a category of the draft. */
export function CategoryForm({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const categories = (draft.definition as Category[]).filter(
    ({ internal, closed }) => !internal && !closed,
  );
  const [code, setCode] = useState(categories[0]?.code ?? '');
  const category = categories.find((one) => one.code === code);
  return (
    <section className="panel" aria-labelledby="asked-title">
      <h2 id="asked-title">{t('category.preview')}</h2>
      <NativeSelect
        label={t('try.category')}
        value={code}
        data={categories.map((one) => ({ value: one.code, label: inWords(one.name) }))}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <fieldset className="entry-asked">
        <legend>{category && inWords(category.name)}</legend>
        {category?.questions.length === 0 && <p className="muted">{t('category.asksNothing')}</p>}
        {category?.questions.map((one) => (
          <Asked key={`${code} ${one.key}`} question={one} />
        ))}
      </fieldset>
    </section>
  );
}

function Asked({ question: { type, required, label, choices = [] } }: { question: Question }) {
  const { t } = useTranslation('admin');
  const given = { label: inWords(label), required };
  if (type !== 'choice')
    return (
      <TextInput
        {...given}
        type={type === 'datetime' ? 'datetime-local' : 'text'}
        inputMode={type === 'number' ? 'decimal' : undefined}
      />
    );
  return (
    <NativeSelect
      {...given}
      data={[
        { value: '', label: t('category.choose') },
        ...choices.map((one) => ({ value: one.value, label: inWords(one.label) })),
      ]}
    />
  );
}
