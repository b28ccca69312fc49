import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { useNames } from '../../api/catalog.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { NewWebhook } from './new-webhook.tsx';
import { Standing } from './standing.tsx';
import './webhook-words.ts';
import './webhooks.css';

/** The systems that are told what happens, and how that goes. */
export default function Webhooks() {
  const { t } = useTranslation('webhooks');
  const frame = useTranslation();
  const names = useNames();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => brought(api.GET('/api/webhooks')),
    refetchInterval: 15_000,
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
      {adding && <NewWebhook />}
      <section className="panel" aria-label={t('title')}>
        {error && <Wrong error={error} again={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data?.items.length === 0 && <Nothing>{t('none')}</Nothing>}
        {data && data.items.length > 0 && (
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('hears')}</th>
                <th scope="col">{t('stands')}</th>
                <th scope="col">{t('rows')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link href={`/webhooks/${one.id}`}>{one.name}</Link>
                    <br />
                    <span className="muted">{one.url}</span>
                  </td>
                  <td>
                    {t('kindCount', { count: one.kinds.length })}
                    <br />
                    <span className="muted">
                      {one.agency ? names.agency(one.agency) : t('wholeCity')}
                    </span>
                  </td>
                  <td>
                    <Standing of={one} />
                  </td>
                  <td>{t('waitingDead', { waiting: one.waiting, dead: one.dead })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
