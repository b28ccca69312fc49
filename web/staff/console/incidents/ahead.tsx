import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import type { Me } from '../../api/me.ts';
import { StatusBadge } from '../../case/badges.tsx';
import { TimeLeft } from '../../case/time-left.tsx';
import { useCommand } from '../../case/use-case.ts';
import { Wrong } from '../../common/wrong.tsx';
import { incidentsAgain, type IncidentView } from './use-incident.ts';

/** The complaint that goes ahead: what it is answered, all are answered. */
export function Ahead({ me, incident }: { me: Me; incident: IncidentView }) {
  const { t } = useTranslation('console');
  const { agency } = useNames();
  const publish = useCommand();
  const main = incident.cases.find(({ id }) => id === incident.main);
  if (!main) return null;
  const { id, version, status } = main;
  const mayPublish = me.commands[status]?.includes('publish');
  return (
    <section className="panel" aria-labelledby="incident-ahead">
      <h2 id="incident-ahead">{t('incident.ahead.title')}</h2>
      <p>{t('incident.ahead.text', { count: incident.members })}</p>
      <p className="incident-facts">
        <StatusBadge status={status} />
        <TimeLeft left={main.left} dueAt={main.dueAt} late={main.late} />
        <span>{main.lead ? agency(main.lead) : t('incident.ahead.nobody')}</span>
      </p>
      {publish.error && <Wrong error={publish.error} />}
      <div className="incident-acts">
        {mayPublish && (
          <Button
            loading={publish.isPending}
            onClick={() =>
              publish.mutate(
                { id, version, name: 'publish' },
                { onSettled: () => void incidentsAgain() },
              )
            }
          >
            {t('incident.ahead.publish', { count: incident.members })}
          </Button>
        )}
        <Button component={Link} href={`/cases/${id}`} variant="default">
          {t('incident.ahead.open')}
        </Button>
      </div>
    </section>
  );
}
