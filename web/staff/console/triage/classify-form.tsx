import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../api/catalog.ts';
import type { CaseView } from '../../case/use-case.ts';
import { inWords } from '../../words.ts';
import type { Give } from './decision.tsx';
import { Form } from './form.tsx';

const urgencies = ['urgent', 'normal', 'complex'];

/** Categories by their groups, as lists of choices want them. */
export function useCategoryChoices({ withClosed = false } = {}) {
  const { data = [] } = useCategories();
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { code, group, name } of data.filter(({ closed }) => withClosed || !closed)) {
    const key = inWords(group);
    groups.set(key, [...(groups.get(key) ?? []), { value: code, label: inWords(name) }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

/** What it is about and how urgent: filled with what is known or suggested. */
export function ClassifyForm({
  view,
  give,
  locked,
}: {
  view: CaseView;
  give: Give;
  locked: boolean;
}) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  const choices = useCategoryChoices();
  const { data: categories } = useCategories();
  const { suggestion } = view;
  const [category, setCategory] = useState(view.category ?? suggestion?.category ?? null);
  const [urgency, setUrgency] = useState<string>(
    view.category === null ? (suggestion?.urgency ?? view.urgency) : view.urgency,
  );
  return (
    <Form
      name="classify"
      locked={locked}
      onSend={() => {
        if (category !== null) give({ category, urgency }, { category });
      }}
    >
      <Select
        label={t('field.category')}
        required
        searchable
        onFocus={(event) => event.currentTarget.select()}
        data={choices}
        value={category}
        onChange={(code) => {
          setCategory(code);
          const known = categories?.find((one) => one.code === code);
          if (known) setUrgency(known.urgency);
        }}
      />
      <Select
        label={t('field.urgency')}
        required
        allowDeselect={false}
        data={urgencies.map((one) => ({ value: one, label: frame(`urgency.${one}`) }))}
        value={urgency}
        onChange={(one) => one && setUrgency(one)}
      />
    </Form>
  );
}
