import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';

interface Props {
  items: readonly components['schemas']['Neighbour'][] | undefined;
  joins: string | null;
  join: (id: string | null) => void;
}

/** What others nearby have reported that is likely the same. */
export function Neighbours({ items = [], joins, join }: Props) {
  const { t } = useTranslation('hotline');
  if (items.length === 0) return <div aria-live="polite" />;
  return (
    <fieldset className="neighbours" aria-live="polite">
      <legend>{t('neighbours')}</legend>
      {items.map(({ id, people, category, ward, since, statusWords }) => (
        <Checkbox
          key={id}
          checked={joins === id}
          onChange={({ currentTarget: { checked } }) => join(checked ? id : null)}
          label={t('join', { count: people })}
          description={[
            category && inWords(category),
            ward && inWords(ward),
            inWords(statusWords),
            moment(since),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </fieldset>
  );
}
