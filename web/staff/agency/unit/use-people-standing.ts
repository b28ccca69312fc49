import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { components } from '../../api/schema.d.ts';
import { useLive } from '../../live/live-provider.tsx';

export type PersonStanding = components['schemas']['PersonStanding'];

const key = ['people-standing'];

async function readAll() {
  const items: PersonStanding[] = [];
  for (let after: string | undefined; ;) {
    const query = { limit: 100, ...(after && { after }) };
    const page = await brought(api.GET('/api/agencies/people', { params: { query } }));
    items.push(...page.items);
    if (!page.next) return { ...page, items };
    after = page.next;
  }
}

/** How each person stands; what happens to a case is seen here too. */
export function usePeopleStanding() {
  const live = useLive();
  useEffect(() => live?.hear(() => void queries.invalidateQueries({ queryKey: key })), [live]);
  return useQuery({ queryKey: key, queryFn: readAll, refetchInterval: 60_000 });
}
