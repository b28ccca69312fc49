import { useTranslation } from 'react-i18next';
import { Link, Redirect, useSearch } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { may, type Me } from '../../api/me.ts';
import { CenterNav } from '../../center/center-nav.tsx';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { IncidentMark } from './incident-mark.tsx';
import { useIncidents, type IncidentItem } from './use-incident.ts';
import './incidents.css';

const shown = ['open', 'proposed', 'all'] as const;

/** One event behind many complaints: those that are open, proposed, and all that have been. */
export default function Incidents({ me }: { me: Me }) {
  const { t } = useTranslation('console');
  const asked = new URLSearchParams(useSearch()).get('show');
  const at = shown.find((one) => one === asked) ?? 'open';
  const { data, error, refetch } = useIncidents(at === 'all' ? undefined : at);
  if (!may(me, 'incident.read')) return <Redirect to="" replace />;
  return (
    <div className="incidents">
      <CenterNav me={me} />
      <h1>{t('incident.title')}</h1>
      <nav aria-label={t('incident.which')} className="incident-shown">
        {shown.map((one) => (
          <Link
            key={one}
            href={`/incidents?show=${one}`}
            aria-current={one === at ? 'page' : undefined}
          >
            {t(`incident.shown.${one}`)}
          </Link>
        ))}
      </nav>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <Nothing>{t(`incident.none.${at}`)}</Nothing>}
      <ul className="incident-list">
        {data?.items.map((one) => (
          <li key={one.id} className="panel">
            <Line incident={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ incident }: { incident: IncidentItem }) {
  const { t } = useTranslation('console');
  const { ward } = useNames();
  const { id, title, wards, members, reporters, since } = incident;
  return (
    <>
      <p className="incident-name">
        <Link href={`/incidents/${id}`}>{title}</Link> <IncidentMark incident={incident} />
      </p>
      <p className="muted">
        {[
          t('incident.members', { count: members }),
          reporters > 0 && t('incident.people', { count: reporters }),
          wards.slice(0, 5).map(ward).join(', '),
          t('incident.since', { at: moment(since) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
