import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, type Me } from '../../api/me.ts';
import { useNames } from '../../api/catalog.ts';
import { hour } from '../../common/moments.ts';
import { useIncidents } from './use-incident.ts';
import './incidents.css';

/** Above the queue: what comes in so fast that it may be one event, for somebody to say. */
export function StormLine({ me }: { me: Me }) {
  return may(me, 'incident.manage') ? <Proposed /> : null;
}

function Proposed() {
  const { t } = useTranslation('console');
  const { ward } = useNames();
  const { data } = useIncidents('proposed');
  return (
    <div role="status">
      {data?.items.map(({ id, title, wards, members, since }) => (
        <p key={id} className="storm-line">
          <TriangleAlert size={18} aria-hidden />
          <span>
            <b>{t('incident.storm', { count: members })}</b>{' '}
            {[
              title,
              wards.slice(0, 3).map(ward).join(', '),
              t('incident.since', { at: hour(since) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Link href={`/incidents/${id}`}>{t('incident.look')}</Link>
        </p>
      ))}
    </div>
  );
}
