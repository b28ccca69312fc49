import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { useNames } from '../../api/catalog.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { More } from '../common/more.tsx';
import { NewPerson } from './new-person.tsx';
import { roles, type Role } from './roles.ts';

type State = 'active' | 'ended' | 'all';

/** Everybody with an account. */
export default function People() {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const [q, setQ] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [state, setState] = useState<State>('active');
  const [adding, setAdding] = useState(false);
  const words = useDeferredValue(q.trim());
  const names = useNames();
  const list = useInfiniteQuery({
    queryKey: ['accounts', words, role, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      brought(
        api.GET('/api/accounts', {
          params: {
            query: {
              state,
              ...(words && { q: words }),
              ...(role && { role }),
              ...(after && { after }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const people = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className="admin-head">
        <h1>{t('part.people')}</h1>
        <Button onClick={() => setAdding(!adding)} variant={adding ? 'default' : 'filled'}>
          {adding ? frame.t('cancel') : t('people.add')}
        </Button>
      </div>
      {adding && <NewPerson onDone={() => setAdding(false)} />}
      <section className="panel" aria-label={t('part.people')}>
        <div className="admin-filter" role="search">
          <TextInput
            type="search"
            label={t('people.search')}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('people.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role | '')}
            data={[
              { value: '', label: t('people.anyRole') },
              ...roles.map((one) => ({ value: one, label: frame.t(`role.${one}`) })),
            ]}
          />
          <NativeSelect
            label={t('people.state')}
            value={state}
            onChange={(event) => setState(event.currentTarget.value as State)}
            data={['active', 'ended', 'all'].map((one) => ({
              value: one,
              label: t(`people.states.${one}`),
            }))}
          />
        </div>
        {list.error && <Wrong error={list.error} again={() => void list.refetch()} />}
        {!people && !list.error && <Waiting />}
        {people?.length === 0 && <Nothing>{t('people.none')}</Nothing>}
        {people && people.length > 0 && (
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.role')}</th>
                <th scope="col">{t('people.unit')}</th>
                <th scope="col">{t('people.stands')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(
                ({ id, name, login, role: has, agency, active, leaving, secondFactor }) => (
                  <tr key={id}>
                    <td>
                      <Link href={`/people/${id}`}>{name}</Link>
                      <br />
                      <span className="muted">{login}</span>
                    </td>
                    <td>{frame.t(`role.${has}`)}</td>
                    <td>{names.agency(agency)}</td>
                    <td>
                      {t(
                        active
                          ? leaving
                            ? 'people.is.leaving'
                            : 'people.is.active'
                          : 'people.is.ended',
                      )}
                      {secondFactor && ` · ${t('people.factor')}`}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        )}
        <More {...list} />
      </section>
    </>
  );
}
