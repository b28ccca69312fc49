import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { filterIn, isSame, queueNames, queueOf, searchOf, type Filter } from './filter.ts';

export const viewsKey = ['views'];

const MOST = 1000;

const shownCount = (count: number | null | undefined) =>
  count === null || count === undefined ? '' : count >= MOST ? `${MOST - 1}+` : String(count);

/** Queues and saved views, each with how much is in it. */
export function SideBar({ filter }: { filter: Filter }) {
  const { t } = useTranslation('console');
  const { data } = useQuery({
    queryKey: viewsKey,
    queryFn: () => brought(api.GET('/api/views')),
    refetchInterval: 60_000,
  });
  const counts = new Map(data?.queues.map(({ queue, count }) => [queue, count]));
  const here = { ...filter, queue: queueOf(filter) };
  const alone = filterIn(`queue=${here.queue}`);
  const drop = async (id: string) => {
    await api.DELETE('/api/views/{id}', { params: { path: { id } } });
    await queries.invalidateQueries({ queryKey: viewsKey });
  };
  return (
    <nav aria-label={t('views.title')} className="no-print">
      <ul className="views">
        {queueNames.map((queue) => (
          <li key={queue}>
            <Link
              href={`?queue=${queue}`}
              aria-current={isSame(here, alone) && alone.queue === queue ? 'page' : undefined}
            >
              {t(`queue.${queue}`)}
              <span className="count">{shownCount(counts.get(queue as 'open'))}</span>
            </Link>
          </li>
        ))}
      </ul>
      {data && data.views.length > 0 && (
        <>
          <h2 className="views-title">{t('views.saved')}</h2>
          <ul className="views">
            {data.views.map((view) => {
              const kept = view.filter as Filter;
              return (
                <li key={view.id} className="view">
                  <Link
                    href={`?${searchOf(kept)}`}
                    aria-current={isSame(filter, kept) ? 'page' : undefined}
                  >
                    {view.name}
                    <span className="count">{shownCount(view.count)}</span>
                  </Link>
                  {view.own && (
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('views.drop', { name: view.name })}
                      onClick={() => void drop(view.id)}
                    >
                      <X size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </nav>
  );
}
