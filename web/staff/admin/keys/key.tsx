import { Alert, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { useNames } from '../../api/catalog.ts';
import { queries } from '../../api/queries.ts';
import { Ask } from '../../common/ask.tsx';
import { day, moment } from '../../common/moments.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import './key-words.ts';
import { ShownOnce } from './shown-once.tsx';
import { SystemHistory } from './system-history.tsx';

const again = () => queries.invalidateQueries({ queryKey: ['keys'] });

/** One key: what it may do, when it was used, and its end. */
export default function Key({ id }: { id: string }) {
  const { t } = useTranslation('keys');
  const names = useNames();
  const path = { params: { path: { id } } };
  const { data, error, refetch } = useQuery({
    queryKey: ['keys', 'one', id],
    queryFn: () => brought(api.GET('/api/keys/{id}', path)),
  });
  const rotate = useMutation({
    mutationFn: () =>
      brought(api.POST('/api/keys/{id}/rotate', { ...path, body: { graceHours: 24 } })),
    onSuccess: again,
  });
  const revoke = useMutation({
    mutationFn: () => api.POST('/api/keys/{id}/revoke', path),
    onSettled: again,
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const failed = rotate.error ?? revoke.error;
  return (
    <>
      <Link href="/keys">← {t('title')}</Link>
      <h1>{data.name}</h1>
      {rotate.data && (
        <ShownOnce
          title={t('yourKey')}
          hint={t('useHint')}
          secret={rotate.data.key}
          onKept={() => rotate.reset()}
        />
      )}
      <section className="panel" aria-labelledby="facts-title">
        <h2 id="facts-title">{t('facts')}</h2>
        <dl className="admin-facts">
          <dt>{t('state')}</dt>
          <dd className={data.state === 'active' ? 'admin-good' : 'admin-bad'}>
            {t(`is.${data.state}`)}
          </dd>
          <dt>{t('organisation')}</dt>
          <dd>{data.organisation}</dd>
          <dt>{t('may')}</dt>
          <dd>{data.scopes.map((one) => t(`scope.${one}`)).join('; ')}</dd>
          <dt>{t('agency')}</dt>
          <dd>{data.agency ? names.agency(data.agency) : t('wholeCity')}</dd>
          <dt>{t('ranges')}</dt>
          <dd>{data.ranges.join(', ') || t('anywhere')}</dd>
          <dt>{t('hint')}</dt>
          <dd>
            <code>{data.hint}…</code>
          </dd>
          <dt>{t('validUntil')}</dt>
          <dd>{day(data.validUntil)}</dd>
          <dt>{t('lastUsed')}</dt>
          <dd>{data.lastUsedAt ? moment(data.lastUsedAt) : t('neverUsed')}</dd>
        </dl>
        {data.oldUntil && (
          <Alert role="status" mt="md">
            {t('oldUntil', { until: moment(data.oldUntil) })}
          </Alert>
        )}
      </section>
      {data.state === 'active' && (
        <section className="panel" aria-labelledby="deeds-title">
          <h2 id="deeds-title">{t('deeds')}</h2>
          {failed && <Wrong error={failed} />}
          <Group>
            <Ask label={t('rotate')} title={data.name} onYes={() => rotate.mutate()}>
              {t('rotateSure')}
            </Ask>
            <Ask label={t('revoke')} title={data.name} color="red" onYes={() => revoke.mutate()}>
              {t('revokeSure')}
            </Ask>
          </Group>
        </section>
      )}
      <SystemHistory events={data.events} />
    </>
  );
}
