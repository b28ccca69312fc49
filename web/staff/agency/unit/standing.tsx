import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import { api, brought } from '../../api/client.ts';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';

const figures = ['total', 'onTime', 'onTimeExtended', 'late', 'open', 'openLate'] as const;

/** How the deadlines of this month were and are kept. */
export function Standing({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const { data, error, refetch } = useQuery({
    queryKey: ['standing', from, to],
    queryFn: () => brought(api.GET('/api/deadlines/standing', { params: { query: { from, to } } })),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="panel">
      <h2>{t('unit.standing')}</h2>
      <p className="muted">{inWords(data.definitions.promised)}</p>
      {data.agencies.length === 0 && <p>{t('unit.nothing')}</p>}
      {data.agencies.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('unit.agency')}</th>
              {figures.map((name) => (
                <th key={name} scope="col" title={inWords(data.definitions[name])}>
                  {t(`standing.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.agencies.map((one) => (
              <tr key={one.agency}>
                <th scope="row">{agency(one.agency)}</th>
                {figures.map((name) => (
                  <td
                    key={name}
                    data-label={t(`standing.${name}`)}
                    data-bad={(name === 'openLate' && one.promised[name] > 0) || undefined}
                  >
                    {one.promised[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
