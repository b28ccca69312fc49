import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { useNames } from '../../api/catalog.ts';
import { moment } from '../../common/moments.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { ShownOnce } from '../keys/shown-once.tsx';
import { SystemHistory } from '../keys/system-history.tsx';
import { ChangeWebhook } from './change-webhook.tsx';
import { Deliveries } from './deliveries.tsx';
import { Standing } from './standing.tsx';
import { WebhookDeeds } from './webhook-deeds.tsx';
import './webhook-words.ts';
import './webhooks.css';

/** One receiver: how it stands, what it was sent, and what can be done. */
export default function Webhook({ id }: { id: string }) {
  const { t } = useTranslation('webhooks');
  const names = useNames();
  const [secret, setSecret] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', id],
    queryFn: () => brought(api.GET('/api/webhooks/{id}', { params: { path: { id } } })),
    refetchInterval: 5000,
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Link href="/webhooks">← {t('title')}</Link>
      <h1>{data.name}</h1>
      {secret && (
        <ShownOnce
          title={t('yourSecret')}
          hint={t('signHint')}
          secret={secret}
          onKept={() => setSecret(null)}
        />
      )}
      <section className="panel" aria-labelledby="facts-title">
        <h2 id="facts-title">{t('facts')}</h2>
        <dl className="admin-facts">
          <dt>{t('stands')}</dt>
          <dd>
            <Standing of={data} />
          </dd>
          <dt>{t('url')}</dt>
          <dd>{data.url}</dd>
          <dt>{t('agency')}</dt>
          <dd>{data.agency ? names.agency(data.agency) : t('wholeCity')}</dd>
          <dt>{t('rows')}</dt>
          <dd>
            {t('waitingDead', { waiting: data.waiting, dead: data.dead })}{' '}
            {data.dead > 0 && <Link href="/letters">{t('seeDead')}</Link>}
          </dd>
        </dl>
        {data.oldUntil && (
          <Alert role="status" mt="md">
            {t('oldUntil', { until: moment(data.oldUntil) })}
          </Alert>
        )}
      </section>
      {!data.endedAt && <WebhookDeeds webhook={data} onSecret={setSecret} />}
      <Deliveries id={id} />
      {!data.endedAt && <ChangeWebhook webhook={data} />}
      <SystemHistory events={data.events} />
    </>
  );
}
