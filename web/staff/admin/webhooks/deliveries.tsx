import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { More } from '../common/more.tsx';
import { wordOf } from './webhook-words.ts';

/** Each attempt, and what the receiver said. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation('webhooks');
  const list = useInfiniteQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      brought(
        api.GET('/api/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { limit: 20, ...(after && { after }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 3000,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="panel" aria-labelledby="log-title">
      <h2 id="log-title">{t('log')}</h2>
      {list.error && <Wrong error={list.error} again={() => void list.refetch()} />}
      {!rows && !list.error && <Waiting />}
      {rows?.length === 0 && <Nothing>{t('noLog')}</Nothing>}
      {rows && rows.length > 0 && (
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{t('at')}</th>
              <th scope="col">{t('event')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('answer')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id}>
                <td>
                  <time dateTime={one.at}>{moment(one.at)}</time>
                </td>
                <td>
                  {t(`kind.${wordOf(one.type)}`)}
                  <br />
                  <span className="muted">{t('attempt', { number: one.attempt })}</span>
                </td>
                <td>
                  <span className={one.error === null ? 'admin-good' : 'admin-bad'}>
                    {one.error === null
                      ? t('taken', { status: one.status })
                      : t(`error.${one.error}`, { defaultValue: one.error })}
                  </span>
                  <br />
                  <span className="muted">{t('took', { ms: one.ms })}</span>
                </td>
                <td className="webhook-answer">{one.answer || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More {...list} />
    </section>
  );
}
