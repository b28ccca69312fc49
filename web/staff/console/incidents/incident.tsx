import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { may, type Me } from '../../api/me.ts';
import { moment } from '../../common/moments.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { inWords } from '../../words.ts';
import { AddCases } from './add-cases.tsx';
import { Ahead } from './ahead.tsx';
import { IncidentMark } from './incident-mark.tsx';
import { Members } from './members.tsx';
import { Proposal } from './proposal.tsx';
import { useIncident, useIncidentCommand, type IncidentView } from './use-incident.ts';
import { Whole } from './whole.tsx';
import { Wording } from './wording.tsx';
import '../queue/queue.css';
import '../triage/triage.css';
import './incidents.css';

export default function Incident({ me, id }: { me: Me; id: string }) {
  const { data, error, refetch } = useIncident(id);
  if (error && !data) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Screen me={me} incident={data} />;
}

/** What an incident is made of, and what the center can do with it. */
function Screen({ me, incident }: { me: Me; incident: IncidentView }) {
  const { t } = useTranslation('console');
  const { ward } = useNames();
  const command = useIncidentCommand(incident);
  const { status, title, wards, members, reporters, since, reasons } = incident;
  const manages = may(me, 'incident.manage');
  const isOpen = manages && status === 'open';
  return (
    <article className="incident">
      <header className="incident-head">
        <Link href="/incidents" className="back">
          {t('incident.back')}
        </Link>
        <h1>{title}</h1>
        <p className="incident-facts">
          <IncidentMark incident={incident} />
          <span>
            {[
              t('incident.members', { count: members }),
              reporters > 0 && t('incident.people', { count: reporters }),
              wards.slice(0, 5).map(ward).join(', '),
              t('incident.since', { at: moment(since) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        {reasons.length > 0 && (
          <ul className="because">
            {reasons.map((reason) => (
              <li key={reason.vi}>{inWords(reason)}</li>
            ))}
          </ul>
        )}
      </header>
      {command.error && <Wrong error={command.error} />}
      {manages && status === 'proposed' && <Proposal incident={incident} command={command} />}
      <div className="incident-read">
        <Members incident={incident} command={command} manages={isOpen} />
        <Log incident={incident} />
      </div>
      <div className="incident-decide">
        {status === 'open' && <Ahead me={me} incident={incident} />}
        {isOpen && <Wording key={incident.version} incident={incident} command={command} />}
        {isOpen && <AddCases incident={incident} command={command} />}
        {isOpen && <Whole incident={incident} command={command} />}
      </div>
    </article>
  );
}

function Log({ incident: { log } }: { incident: IncidentView }) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  return (
    <section className="panel" aria-labelledby="incident-log">
      <h2 id="incident-log">{t('incident.log')}</h2>
      <ol className="incident-log">
        {gathered(log).map(({ type, at, actor, times }, index) => (
          <li key={`${at}${index}`}>
            <b>{t(`incident.event.${type}`, { defaultValue: type })}</b>{' '}
            {times > 1 && `× ${times} `}
            <span className="muted">
              {actor.name ?? frame(`actor.${actor.kind}`)} · <time dateTime={at}>{moment(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Entry = IncidentView['log'][number] & { times: number };

/** What somebody did several times after another is one line. */
function gathered(log: IncidentView['log']): Entry[] {
  const lines: Entry[] = [];
  for (const entry of log) {
    const last = lines.at(-1);
    const { type, actor } = entry;
    if (last?.type === type && last.actor.kind === actor.kind && last.actor.name === actor.name)
      last.times += 1;
    else lines.push({ ...entry, times: 1 });
  }
  return lines;
}
