import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { useNames } from '../../../api/catalog.ts';
import { moment } from '../../../common/moments.ts';
import { Nothing } from '../../../common/nothing.tsx';
import { Waiting } from '../../../common/waiting.tsx';
import { Wrong } from '../../../common/wrong.tsx';
import type { Draft } from '../use-draft.ts';

/** Which running promises would move, and how far. */
export function Moves({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const { agency } = useNames();
  const { id, version } = draft;
  const { data, error, refetch } = useQuery({
    queryKey: ['drafts', 'try', id, version],
    queryFn: () => brought(api.GET('/api/drafts/{id}/moves', { params: { path: { id } } })),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <section className="panel" aria-labelledby="moves-title">
      <h2 id="moves-title">{t('try.moves', { moving: data.moving, open: data.open })}</h2>
      <p>{t('try.toFilers', { number: data.toFilers })}</p>
      {data.moving === 0 && <Nothing>{t('try.nothingMoves')}</Nothing>}
      <p>
        {data.byAgency.map((one) => `${agency(one.agency)}: ${one.count}`).join('; ')}
        <br />
        {data.bySize.map(({ size, count }) => `${t(`try.size.${size}`)}: ${count}`).join('; ')}
      </p>
      {data.largest.length > 0 && (
        <table className="admin-table">
          <caption className="only-read">{t('try.largest')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('audit.case')}</th>
              <th scope="col">{t('people.unit')}</th>
              <th scope="col">{t('try.from')}</th>
              <th scope="col">{t('try.to')}</th>
            </tr>
          </thead>
          <tbody>
            {data.largest.map((move) => (
              <tr key={move.complaintId + move.clock}>
                <td>
                  <code>…{move.complaintId.slice(-8)}</code> {move.clock}
                </td>
                <td>{agency(move.agency)}</td>
                <td>{moment(move.from)}</td>
                <td>{moment(move.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
