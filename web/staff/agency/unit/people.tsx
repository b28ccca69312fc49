import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { may, type Me } from '../../api/me.ts';
import type { PersonStanding } from './use-people-standing.ts';

const figures = ['open', 'late', 'dueToday', 'waiting', 'answered', 'onTime'] as const;

/** Lateness by person: whoever is latest stands first. */
export function People({ people, me }: { people: PersonStanding[]; me: Me }) {
  const { t } = useTranslation('agency');
  const { agency } = useNames();
  const sorted = people.toSorted((a, b) => b.late - a.late || b.open - a.open);
  return (
    <section className="panel">
      <h2>{t('unit.people')}</h2>
      <p className="muted">{t('unit.peopleWhat')}</p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('unit.person')}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {t(`figure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/?officer=${one.id}`}>{one.name}</Link>
                {one.agency !== me.agency && <span className="muted">{agency(one.agency)}</span>}
              </th>
              {figures.map((name) => (
                <td
                  key={name}
                  data-label={t(`figure.${name}`)}
                  data-bad={(name === 'late' && one.late > 0) || undefined}
                >
                  {one[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {may(me, 'staff.leave') && (
        <Button component={Link} href="/leave" variant="default">
          {t('leave.title')}
        </Button>
      )}
    </section>
  );
}
