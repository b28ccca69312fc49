import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { moment } from '../../common/moments.ts';

/** Urgings that wait for the unit's answer. */
export function UnitUrgings() {
  const { t } = useTranslation('agency');
  const { data } = useQuery({
    queryKey: ['cases', 'urgings'],
    queryFn: () => brought(api.GET('/api/deadlines/urgings', { params: { query: {} } })),
  });
  if (!data) return null;
  const open = data.items.filter((one) => one.open);
  return (
    <section className="panel">
      <h2>{t('unit.urgings', { n: open.length })}</h2>
      {open.length === 0 && <p>{t('unit.noUrgings')}</p>}
      <ul className="urging-list">
        {open.map(({ caseId, number, by, answerBy, late, ref }) => (
          <li key={`${caseId}${number}`} data-late={late || undefined}>
            <Link href={`/cases/${caseId}/answer_urging?n=${number}`}>
              <b>{t('urging.title', { number, by: t(`urging.${by}`) })}</b>
              <span>
                {t('case.ref', { ref })} · {t('urging.answerBy', { at: moment(answerBy) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
