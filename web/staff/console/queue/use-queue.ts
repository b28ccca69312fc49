import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { components } from '../../api/schema.d.ts';
import type { CaseItem } from '../../case/use-case.ts';
import { useLive } from '../../live/live-provider.tsx';
import type { LiveEvent } from '../../live/live.ts';
import { belongs, type Filter } from './filter.ts';

type Page = components['schemas']['CasePage'];
type Pages = InfiniteData<Page, string | null>;

const PAGE = 100;
/** What happens within this time is looked at together. */
const GATHER_MS = 400;
/** So many unknown cases are asked for one by one; a storm of more only says that there are new ones. */
const MOST_ASKED = 20;
/** What is left of each promise shrinks without an event. */
const FRESHEN_MS = 60_000;

const keyOf = (filter: Filter) => ['cases', filter] as const;

const read = (filter: Filter, after: string | null) =>
  brought(
    api.GET('/api/cases', {
      params: {
        query: { ...(filter as object), limit: PAGE, ...(after !== null && { after }) },
      },
    }),
  );

/** Puts what is known anew in the place of what stood there; nothing moves. */
function patch(filter: Filter, fresh: ReadonlyMap<string, Partial<CaseItem>>): void {
  queries.setQueryData<Pages>(
    keyOf(filter),
    (old) =>
      old && {
        ...old,
        pages: old.pages.map((page) =>
          page.items.some(({ id }) => fresh.has(id))
            ? {
                ...page,
                items: page.items.map((item) => ({ ...item, ...fresh.get(item.id) })),
              }
            : page,
        ),
      },
  );
}

/** What an event says of the row that it changes. */
function changeOf({ summary }: LiveEvent): Partial<CaseItem> {
  const told = summary as Partial<CaseItem> & { number: number };
  const change: Partial<CaseItem> = { version: told.number };
  for (const name of ['status', 'kind', 'category', 'urgency', 'lead'] as const)
    if (told[name] !== undefined) Object.assign(change, { [name]: told[name] });
  return change;
}

/** A list of cases that grows as one scrolls; what is new waits, and what is shown never moves. */
export function useQueue(filter: Filter) {
  const live = useLive();
  const query = useInfiniteQuery({
    queryKey: keyOf(filter),
    queryFn: ({ pageParam }) => read(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Only whoever reads says when the list may move.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const known = useRef(new Set<string>());
  known.current = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState(0);

  /** Reads the rows again that are there, and leaves each where it is. */
  const freshen = useCallback(async () => {
    const params = queries.getQueryData<Pages>(keyOf(filter))?.pageParams ?? [];
    const pages = await Promise.all(params.slice(0, 5).map((after) => read(filter, after)));
    patch(filter, new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item]))));
  }, [filter]);

  useEffect(() => {
    const gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      timer = undefined;
      const ids = [...gathered];
      gathered.clear();
      setChanged((times) => times + 1);
      const [here, unknown] = [
        ids.filter((id) => known.current.has(id)),
        ids.filter((id) => !known.current.has(id)),
      ];
      const asked = [...here, ...unknown].slice(0, MOST_ASKED);
      const found = await Promise.all(
        asked.map((id) =>
          brought(api.GET('/api/cases/{id}', { params: { path: { id } } })).catch(() => null),
        ),
      );
      const items = found.filter((one) => one !== null) as unknown as CaseItem[];
      const shown = items.map(listed).filter(({ id }) => known.current.has(id));
      patch(filter, new Map(shown.map((item) => [item.id, item])));
      const come = items.filter((item) => !known.current.has(item.id) && belongs(item, filter));
      if (come.length > 0) setFresh((before) => new Set([...before, ...come.map(({ id }) => id)]));
    };
    const stop = live?.hear((event) => {
      if (known.current.has(event.complaintId))
        patch(filter, new Map([[event.complaintId, changeOf(event)]]));
      gathered.add(event.complaintId);
      timer ??= setTimeout(() => void look().catch(() => undefined), GATHER_MS);
    });
    return () => {
      stop?.();
      clearTimeout(timer);
    };
  }, [live, filter]);

  useEffect(() => {
    setFresh(new Set());
    const ticking = setInterval(() => void freshen().catch(() => undefined), FRESHEN_MS);
    return () => clearInterval(ticking);
  }, [filter, freshen]);

  /** Shows what waits: the list is read anew from its beginning. */
  const renew = useCallback(async () => {
    setFresh(new Set());
    queries.setQueryData<Pages>(
      keyOf(filter),
      (old) => old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) },
    );
    await refetch();
  }, [filter, refetch]);

  return { ...query, rows, fresh, renew, changed };
}

/** Of a whole case, what a list shows of it. */
function listed(view: CaseItem & { text?: string }): CaseItem {
  const { text, ...item } = view;
  // Beside what lists carry there is more in it, which would only be kept in vain.
  return { ...item, excerpt: item.excerpt || (text ?? '').slice(0, 160) };
}
