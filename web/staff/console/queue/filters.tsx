import { Select, TextInput, type ComboboxData } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencies, useWards } from '../../api/catalog.ts';
import { inWords } from '../../words.ts';
import { useCategoryChoices } from '../triage/classify-form.tsx';
import type { Filter } from './filter.ts';

const statuses = ['new', 'waiting_filer', 'assigned', 'in_progress', 'answered', 'resolved'];
const urgencies = ['urgent', 'normal', 'complex'];
const kinds = ['report', 'proposal', 'conduct', 'question', 'praise'];

const TYPE_MS = 250;

/** What narrows the list; each change stands in the address at once. */
export function Filters({
  filter,
  onFilter,
  search,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  search: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  const categories = useCategoryChoices({ withClosed: true });
  const { data: agencies = [] } = useAgencies();
  const { data: wards = [] } = useWards();
  const [words, setWords] = useState(filter.q ?? '');
  useEffect(() => setWords(filter.q ?? ''), [filter.q]);
  useEffect(() => {
    if (words.trim() === (filter.q ?? '')) return;
    const timer = setTimeout(() => change('q', words.trim() || null), TYPE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const change = (name: keyof Filter, value: string | null) => {
    const { [name]: _, ...others } = filter;
    onFilter(value ? { ...others, [name]: value } : others);
  };
  const choice = (name: keyof Filter, data: ComboboxData) => (
    <Select
      key={name}
      aria-label={t(`field.${name}`)}
      placeholder={t(`field.${name}`)}
      data={data}
      value={filter[name] ?? null}
      onChange={(value: string | null) => change(name, value)}
      clearable
      clearButtonProps={{ 'aria-label': t('filters.clear', { name: t(`field.${name}`) }) }}
      searchable
    />
  );
  const named = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: frame(`${name}.${value}`) }));
  return (
    <div className="filters" role="search">
      <TextInput
        ref={search}
        type="search"
        aria-label={t('filters.words')}
        placeholder={t('filters.words')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        rightSection={<kbd aria-hidden>/</kbd>}
        maxLength={200}
      />
      {choice('status', named('status', statuses))}
      {choice('urgency', named('urgency', urgencies))}
      {choice('kind', named('kind', kinds))}
      {choice('category', categories)}
      {choice(
        'ward',
        wards.map(({ code, name }) => ({ value: code, label: inWords(name) })),
      )}
      {choice(
        'agency',
        agencies.map(({ code, name }) => ({ value: code, label: inWords(name) })),
      )}
    </div>
  );
}
