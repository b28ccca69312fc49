import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { dayBegins } from '../../common/city-time.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { More } from '../common/more.tsx';
import { AuditTable } from './audit-table.tsx';

type Source = 'case' | 'staff' | 'city' | 'system';
const nothing = { source: '' as Source | '', type: '', actor: '', case: '', from: '', to: '' };
const DAY = 86_400_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The days are whole ones of the city, the last one included. */
function asked({ source, type, actor, case: id, from, to }: typeof nothing) {
  const end = to && new Date(Date.parse(dayBegins(to)) + DAY).toISOString();
  return {
    ...(source && { source }),
    ...(type && { type }),
    ...(actor && { actor }),
    ...(uuid.test(id.trim()) && { case: id.trim() }),
    ...(from && { from: dayBegins(from) }),
    ...(end && { to: end }),
  };
}

/** Who did what, and when. */
export default function Audit({ me }: { me: Me }) {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const [wanted, setWanted] = useState(nothing);
  const set = (some: Partial<typeof nothing>) => setWanted((before) => ({ ...before, ...some }));
  const people = useQuery({
    queryKey: ['accounts', 'audit'],
    queryFn: () =>
      brought(api.GET('/api/accounts', { params: { query: { state: 'all', limit: 100 } } })),
    enabled: may(me, 'account.manage'),
  });
  const query = asked(wanted);
  const list = useInfiniteQuery({
    queryKey: ['audit', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      brought(api.GET('/api/audit', { params: { query: { ...query, ...(after && { after }) } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items);
  const events = Object.entries(
    frame.t('event', { returnObjects: true }) as unknown as Record<string, string>,
  );
  return (
    <>
      <h1>{t('part.audit')}</h1>
      <p className="muted">{t('audit.why')}</p>
      <section className="panel" aria-label={t('part.audit')}>
        <div className="admin-filter" role="search">
          <NativeSelect
            label={t('audit.source')}
            value={wanted.source}
            data={['', 'case', 'staff', 'city', 'system'].map((one) => ({
              value: one,
              label: t(`audit.sources.${one || 'all'}`),
            }))}
            onChange={(event) =>
              set({ source: event.currentTarget.value as Source | '', type: '' })
            }
          />
          {(wanted.source === '' || wanted.source === 'case') && (
            <NativeSelect
              label={t('audit.type')}
              value={wanted.type}
              data={[
                { value: '', label: t('audit.anyType') },
                ...events.map(([value, label]) => ({ value, label })),
              ]}
              onChange={(event) => set({ type: event.currentTarget.value })}
            />
          )}
          {people.data && (
            <NativeSelect
              label={t('audit.actor')}
              value={wanted.actor}
              data={[
                { value: '', label: t('audit.anybody') },
                ...people.data.items.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set({ actor: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t('audit.case')}
            value={wanted.case}
            onChange={(event) => set({ case: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('audit.from')}
            value={wanted.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('audit.to')}
            value={wanted.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </div>
        {list.error && <Wrong error={list.error} again={() => void list.refetch()} />}
        {!rows && !list.error && <Waiting />}
        {rows?.length === 0 && <Nothing>{t('audit.none')}</Nothing>}
        {rows && rows.length > 0 && <AuditTable rows={rows} opens={may(me, 'case.read')} />}
        <More {...list} />
      </section>
    </>
  );
}
