import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { StatusBadge } from '../../case/badges.tsx';
import { Nothing } from '../../common/nothing.tsx';
import { Wrong } from '../../common/wrong.tsx';
import type { IncidentCommand, IncidentView } from './use-incident.ts';

/** Others that tell of the same, found by their code or their words. */
export function AddCases({
  incident,
  command,
}: {
  incident: IncidentView;
  command: IncidentCommand;
}) {
  const { t } = useTranslation('console');
  const [q, setQ] = useState('');
  const found = useMutation({
    mutationFn: () =>
      brought(
        api.GET('/api/cases', { params: { query: { queue: 'open', q: q.trim(), limit: 10 } } }),
      ),
  });
  const others = found.data?.items.filter(({ incident: at }) => at?.id !== incident.id);
  return (
    <section className="panel" aria-labelledby="incident-add">
      <h2 id="incident-add">{t('incident.add')}</h2>
      <form
        className="incident-find"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          found.mutate();
        }}
      >
        <TextInput
          label={t('filters.words')}
          value={q}
          maxLength={200}
          onChange={({ currentTarget }) => setQ(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!q.trim()} loading={found.isPending}>
          {t('incident.find')}
        </Button>
      </form>
      {found.error && <Wrong error={found.error} />}
      {others?.length === 0 && <Nothing>{t('incident.notFound')}</Nothing>}
      <ul className="incident-cases">
        {others?.map(({ id, excerpt, status }) => (
          <li key={id}>
            <span>
              {excerpt} <StatusBadge status={status} />
            </span>
            <Button
              variant="default"
              size="compact-md"
              loading={command.isPending}
              onClick={() =>
                command.mutate(
                  { name: 'join', body: { cases: [id] } },
                  { onSuccess: () => found.mutate() },
                )
              }
            >
              {t('incident.join')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
