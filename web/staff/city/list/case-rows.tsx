import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, type Me } from '../../api/me.ts';
import { useNames } from '../../api/catalog.ts';
import { DueAt, StatusBadge, UrgencyBadge } from '../../case/badges.tsx';
import type { CaseItem } from '../../case/use-case.ts';
import { Urge, urgeable } from '../urge/urge.tsx';
import { CITY } from '../words.ts';

/** Cases in short: what, whose, until when; and the way to urge where that may be. */
export function CaseRows({ me, items }: { me: Me; items: CaseItem[] }) {
  const { t } = useTranslation(CITY);
  const names = useNames();
  return (
    <ul className="case-rows">
      {items.map((one) => (
        <li key={one.id}>
          <p className="case-row-head">
            <Link href={`/cases/${one.id}`}>{names.category(one.category) || t('noCategory')}</Link>
            <UrgencyBadge urgency={one.urgency} />
            <StatusBadge status={one.status} />
          </p>
          <p>{one.excerpt}</p>
          <p className="muted">
            {[names.ward(one.ward), names.agency(one.holder?.unit ?? one.lead)]
              .filter(Boolean)
              .join(' · ')}
            {' · '}
            <DueAt dueAt={one.dueAt} late={one.late} />
          </p>
          {may(me, 'case.urge') && urgeable(one) && <Urge item={one} />}
        </li>
      ))}
    </ul>
  );
}
