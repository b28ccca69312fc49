import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { actFor } from '../api/acting.ts';
import type { Me } from '../api/me.ts';
import { queries } from '../api/queries.ts';
import { moment } from '../common/moments.ts';
import './acting-bar.css';

/** In whose place one acts, said all the while, and the way into it and out of it. */
export function ActingBar({ me, self }: { me: Me; self: Me }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const acting = self.standsInFor.find(({ id }) => id === me.id);
  const become = (person: string | null) => {
    actFor(person);
    void queries.invalidateQueries();
    go('/');
  };
  if (self.standsInFor.length === 0) return null;
  return (
    <section
      className="acting no-print"
      data-acting={acting ? true : undefined}
      aria-label={t('acting.title')}
    >
      {acting ? (
        <>
          <p role="status">
            {t('acting.now', { name: acting.name, role: t(`role.${acting.role}`) })}
          </p>
          <Button variant="default" onClick={() => become(null)}>
            {t('acting.end')}
          </Button>
        </>
      ) : (
        self.standsInFor.map(({ id, name, until }) => (
          <Button key={id} variant="light" onClick={() => become(id)}>
            {t('acting.begin', { name, until: moment(until) })}
          </Button>
        ))
      )}
    </section>
  );
}
