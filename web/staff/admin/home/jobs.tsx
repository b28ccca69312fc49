import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';

/** Work that takes a while, and how far it is: promises that are computed anew. */
export function Jobs() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery({
    queryKey: ['recalculations'],
    queryFn: () => brought(api.GET('/api/recalculations', { params: { query: { limit: 5 } } })),
    refetchInterval: 5000,
  });
  return (
    <section className="panel" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{t('jobs.title')}</h2>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <Nothing>{t('jobs.none')}</Nothing>}
      <ul className="admin-list">
        {data?.items.map(
          ({ id, kind, version, document, createdAt, finishedAt, total, done, moved }) => (
            <li key={id}>
              <b>
                {t(`kind.${kind}`)} {version}
              </b>{' '}
              · {document}
              <progress
                aria-label={t('jobs.progress', { done, total })}
                max={Math.max(total, 1)}
                value={finishedAt ? Math.max(total, 1) : done}
              />
              <span className="muted">
                {t('jobs.progress', { done, total })} · {t('jobs.moved', { moved })} ·{' '}
                {moment(finishedAt ?? createdAt)}
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
