import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queueNames } from '../queue/filter.ts';
import { commandKeys } from './table.ts';

const [store, palette] = createSpotlight();

/** Everything by its name: queues, a case by its code, and what the open case can be done. */
export default function Palette({ asked }: { asked: number }) {
  const { t } = useTranslation('console');
  const [at, go] = useLocation();
  const [query, setQuery] = useState('');
  useEffect(() => palette.open(), [asked]);
  const press = (key: string) => () => {
    // Once the palette is gone, as by hand.
    setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key })), 300);
  };
  const queues: SpotlightActionData[] = queueNames.map((name) => ({
    id: name,
    group: t('palette.queues'),
    label: t(`queue.${name}`),
    onClick: () => go(`?queue=${name}`),
  }));
  const commands: SpotlightActionData[] = at.startsWith('/cases/')
    ? Object.entries(commandKeys).map(([key, name]) => ({
        id: name,
        group: t('palette.case'),
        label: t(`command.${name}`),
        onClick: press(key),
      }))
    : [];
  const find = async () => {
    const { items } = await brought(
      api.GET('/api/cases', { params: { query: { queue: 'all', q: query.trim(), limit: 2 } } }),
    );
    const [only] = items;
    if (only && items.length === 1) go(`/cases/${only.id}`);
    else go(`?queue=all&q=${encodeURIComponent(query.trim())}`);
  };
  const looked: SpotlightActionData[] = query.trim()
    ? [
        {
          id: 'find',
          group: t('palette.find'),
          label: t('palette.code', { query: query.trim() }),
          keywords: query,
          onClick: () => void find(),
        },
      ]
    : [];
  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[
        { group: t('palette.case'), actions: commands },
        { group: t('palette.queues'), actions: queues },
        { group: t('palette.find'), actions: looked },
      ].filter(({ actions }) => actions.length > 0)}
      nothingFound={t('palette.nothing')}
      highlightQuery
      searchProps={{ 'aria-label': t('palette.title'), placeholder: t('palette.title') }}
    />
  );
}
