import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useLive } from '../../live/live-provider.tsx';
import { readInbox, type InboxFilter } from './api.ts';
import { settled, steady, type Order, type Steady } from './steady.ts';

const key = ['cases', 'inbox'] as const;

/** Time that is left is told by the server: by then it is a minute old at most. */
const MINUTE = 60_000;

/** The inbox in the order in which it was opened; what has changed since is counted and waits to be looked at. */
export function useInbox(filter: InboxFilter) {
  const live = useLive();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: [...key, filter],
    queryFn: () => readInbox(filter),
    refetchInterval: MINUTE,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  useEffect(() => live?.hear(() => void queries.invalidateQueries({ queryKey: key })), [live]);
  const [order, setOrder] = useState<{ of: string; order: Order } | null>(null);
  const of = JSON.stringify(filter);
  const fresh = data && !isPlaceholderData && order?.of !== of;
  if (fresh) setOrder({ of, order: settled(data.sections) });
  const shown: Steady | null = data && order ? steady(order.order, data.sections) : null;
  const catchUp = () => data && setOrder({ of, order: settled(data.sections) });
  return { data, shown, error, again: () => void refetch(), catchUp };
}
