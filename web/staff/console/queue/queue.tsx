import { Button } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Me } from '../../api/me.ts';
import { queries } from '../../api/queries.ts';
import { CenterNav } from '../../center/center-nav.tsx';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { StormLine } from '../incidents/storm-line.tsx';
import { queueKeys } from '../keys/table.ts';
import { useKeys } from '../keys/use-keys.ts';
import { rememberOrder } from '../triage/order.ts';
import { Age } from './age.tsx';
import { belongs, filterIn, queueOf, searchOf, type Filter } from './filter.ts';
import { Filters } from './filters.tsx';
import { List } from './list.tsx';
import { SaveView } from './save-view.tsx';
import { SideBar, viewsKey } from './side-bar.tsx';
import { useQueue } from './use-queue.ts';
import './queue.css';

const Bulk = lazy(() => import('./bulk.tsx'));

/** Where whoever comes back from a case goes on. */
let left: { search: string; id: string } | null = null;

/** The cases that wait, as they come. */
export default function Queue({ me }: { me: Me }) {
  const { t } = useTranslation('console');
  const search = useSearch();
  const [, go] = useLocation();
  const filter = useMemo(() => filterIn(search), [search]);
  const queue = useQueue(filter);
  const { rows, fresh, renew, changed, fetchNextPage, isFetchingNextPage } = queue;
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const searching = useRef<HTMLInputElement>(null);

  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  useEffect(() => void rememberOrder(ids), [ids]);
  useEffect(() => {
    const back = left?.search === search ? ids.indexOf(left.id) : -1;
    left = null;
    setActive(back);
    setSelected(new Set());
    // Only when another list is shown, or its rows come first.
  }, [search, ids.length > 0]);
  useEffect(() => {
    if (changed === 0) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: viewsKey }), 1_000);
    return () => clearTimeout(timer);
  }, [changed]);

  const show = useCallback((next: Filter) => go(`?${searchOf(next)}`, { replace: true }), [go]);
  const open = useCallback((id: string) => (left = { search, id }), [search]);
  const select = useCallback(
    (id: string) =>
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const onEnd = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const step = (by: number) => {
    document.getElementById('queue-list')?.focus({ preventScroll: true });
    setActive((at) => Math.max(0, Math.min(rows.length - 1, at + by)));
  };
  const enter = () => {
    const row = rows[active];
    if (!row) return;
    open(row.id);
    go(`/cases/${row.id}`);
  };
  useKeys({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: enter,
    o: enter,
    x: () => {
      const row = rows[active];
      if (row) select(row.id);
    },
    r: () => void renew(),
    '/': () => searching.current?.focus(),
    ...Object.fromEntries(
      Object.entries(queueKeys).map(([key, name]) => [key, () => go(`?queue=${name}`)]),
    ),
  });
  const chosen = rows.filter(({ id }) => selected.has(id));
  const isHere = useCallback(
    (item: (typeof rows)[number]) => filter.q !== undefined || belongs(item, filter),
    [filter],
  );
  return (
    <div className="queue">
      <div>
        <CenterNav me={me} />
        <SideBar filter={filter} />
      </div>
      <div className="queue-main">
        <div className="queue-head">
          <h1>{t(`queue.${queueOf(filter)}`)}</h1>
          <Age at={queue.dataUpdatedAt} />
          <SaveView filter={filter} />
        </div>
        <StormLine me={me} />
        <Filters filter={filter} onFilter={show} search={searching} />
        <div role="status" className="new-bar">
          {fresh.size > 0 && (
            <Button onClick={() => void renew()}>{t('queue.fresh', { count: fresh.size })}</Button>
          )}
        </div>
        {chosen.length > 0 && (
          <Suspense fallback={<Waiting />}>
            <Bulk me={me} items={chosen} onDone={() => setSelected(new Set())} />
          </Suspense>
        )}
        {queue.error && rows.length === 0 && (
          <Wrong error={queue.error} again={() => void queue.refetch()} />
        )}
        {queue.isPending && <Waiting />}
        {queue.isSuccess && rows.length === 0 && <Nothing>{t('queue.empty')}</Nothing>}
        {rows.length > 0 && (
          <List
            rows={rows}
            more={queue.hasNextPage}
            onEnd={onEnd}
            active={active}
            onActive={setActive}
            onOpen={open}
            selected={selected}
            onSelect={select}
            isHere={isHere}
            me={me.id}
          />
        )}
      </div>
    </div>
  );
}
