import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { StatusBadge } from '../../case/badges.tsx';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import type { IncidentCommand, IncidentView } from './use-incident.ts';

interface Props {
  incident: IncidentView;
  command: IncidentCommand;
  manages: boolean;
}

/** Its complaints; those that do not belong to it are taken out, or become an incident of their own. */
export function Members({ incident, command, manages }: Props) {
  const { t } = useTranslation('console');
  const { ward } = useNames();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { cases, main } = incident;
  const turn = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const named = cases.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const give = (name: string, body: object) =>
    command.mutate(
      { name, body: { cases: named, ...body } },
      { onSuccess: () => setChosen(new Set()) },
    );
  return (
    <section className="panel" aria-labelledby="incident-members">
      <h2 id="incident-members">{t('incident.cases', { count: cases.length })}</h2>
      {manages && named.length > 0 && <TakeOut count={named.length} give={give} />}
      {cases.length === 0 && <Nothing>{t('incident.noCases')}</Nothing>}
      <ul className="incident-cases">
        {cases.map(({ id, excerpt, status, ward: code, filedAt }) => (
          <li key={id}>
            {manages && (
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={() => turn(id)}
                aria-label={t('queue.select', { what: excerpt.slice(0, 60) })}
              />
            )}
            <span>
              <Link href={`/cases/${id}`}>{excerpt}</Link>
              <span className="incident-facts muted">
                <StatusBadge status={status} />
                {id === main && <b>{t('incident.goesAhead')}</b>}
                {[ward(code), moment(filedAt)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeOut({ count, give }: { count: number; give: (name: string, body: object) => void }) {
  const { t } = useTranslation('console');
  const [to, setTo] = useState('triage');
  return (
    <div className="bulk" role="region" aria-label={t('incident.takeOut')}>
      <b role="status">{t('bulk.selected', { count })}</b>
      <NativeSelect
        aria-label={t('incident.to')}
        value={to}
        data={['triage', 'lead'].map((value) => ({ value, label: t(`incident.leads.${value}`) }))}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Button variant="default" onClick={() => give('leave', { to })}>
        {t('incident.takeOut')}
      </Button>
      <Button variant="default" onClick={() => give('split', {})}>
        {t('incident.split')}
      </Button>
    </div>
  );
}
