import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import { api, brought } from '../../api/client.ts';
import { may, type Me } from '../../api/me.ts';
import { inWords } from '../../words.ts';

/** How often matters were returned, and how often they came back after an answer. */
export function Returns({ me }: { me: Me }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const { data: returns } = useQuery({
    queryKey: ['agency-returns'],
    queryFn: () => brought(api.GET('/api/agencies/returns')),
    enabled: may(me, 'returns.read'),
  });
  const { data: repeats } = useQuery({
    queryKey: ['agency-repeats'],
    queryFn: () => brought(api.GET('/api/agencies/repeats')),
    enabled: may(me, 'repeat.read'),
  });
  if (!returns || !repeats) return null;
  return (
    <section className="panel">
      <h2>{t('unit.returns')}</h2>
      {returns.items.length + repeats.items.length === 0 && <p>{t('unit.nothing')}</p>}
      <ul className="sentences">
        {returns.items.map((one) => (
          <li key={one.agency}>
            <b>{agency(one.agency)}</b>: {t('unit.returned', { ...one })}
          </li>
        ))}
        {repeats.items.map((one) => (
          <li key={one.agency}>
            <b>{agency(one.agency)}</b>: {t('unit.repeated', { ...one })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('unit.counted')}</summary>
        <p className="muted">{inWords(returns.definitions.returned)}</p>
        <p className="muted">{inWords(repeats.definition)}</p>
      </details>
    </section>
  );
}
