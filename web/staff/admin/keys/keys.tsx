import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { useNames } from '../../api/catalog.ts';
import { day, moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import './key-words.ts';
import { NewKey } from './new-key.tsx';

type State = 'active' | 'ended' | 'all';

/** The systems of others that may come in, and by which key. */
export default function Keys() {
  const { t } = useTranslation('keys');
  const frame = useTranslation();
  const names = useNames();
  const [state, setState] = useState<State>('active');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['keys', state],
    queryFn: () => brought(api.GET('/api/keys', { params: { query: { state } } })),
  });
  return (
    <>
      <div className="admin-head">
        <h1>{t('title')}</h1>
        <Button onClick={() => setAdding(!adding)} variant={adding ? 'default' : 'filled'}>
          {adding ? frame.t('cancel') : t('add')}
        </Button>
      </div>
      <p className="muted">{t('why')}</p>
      {adding && <NewKey />}
      <section className="panel" aria-label={t('title')}>
        <div className="admin-filter">
          <NativeSelect
            label={t('state')}
            value={state}
            data={(['active', 'ended', 'all'] as const).map((one) => ({
              value: one,
              label: t(`states.${one}`),
            }))}
            onChange={(event) => setState(event.currentTarget.value as State)}
          />
        </div>
        {error && <Wrong error={error} again={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data?.items.length === 0 && <Nothing>{t('none')}</Nothing>}
        {data && data.items.length > 0 && (
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('may')}</th>
                <th scope="col">{t('validUntil')}</th>
                <th scope="col">{t('lastUsed')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((key) => (
                <tr key={key.id}>
                  <td>
                    <Link href={`/keys/${key.id}`}>{key.name}</Link>
                    <br />
                    <span className="muted">
                      {key.organisation} · <code>{key.hint}…</code>
                    </span>
                  </td>
                  <td>
                    {key.scopes.map((one) => t(`scope.${one}`)).join('; ')}
                    <br />
                    <span className="muted">
                      {key.agency ? names.agency(key.agency) : t('wholeCity')}
                    </span>
                  </td>
                  <td>
                    {day(key.validUntil)}
                    {key.state !== 'active' && (
                      <>
                        <br />
                        <span className="admin-bad">{t(`is.${key.state}`)}</span>
                      </>
                    )}
                  </td>
                  <td>{key.lastUsedAt ? moment(key.lastUsedAt) : t('neverUsed')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
