import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import { useAtCase } from '../../live/use-presence.ts';

/** Who else is at a case, and who writes. */
export function People({ me, caseId }: { me: Me; caseId: string }) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  const others = useAtCase(caseId)?.people.filter(({ id }) => id !== me.id) ?? [];
  return (
    <span role="status" aria-label={t('presence.title')}>
      <span className="people">
        {others.map(({ id, name, role, is }) => (
          <span key={id} className="person" data-is={is} title={frame(`role.${role}`)}>
            {t(`presence.${is}`, { name })}
          </span>
        ))}
      </span>
    </span>
  );
}
