import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../common/ask.tsx';
import { useIncidents, type IncidentCommand, type IncidentView } from './use-incident.ts';

/** What concerns it as a whole: another is the same, or it is none. */
export function Whole({
  incident: { id },
  command,
}: {
  incident: IncidentView;
  command: IncidentCommand;
}) {
  const { t } = useTranslation('console');
  const [other, setOther] = useState<string | null>(null);
  const { data } = useIncidents();
  const others =
    data?.items.filter((one) => one.id !== id && ['open', 'proposed'].includes(one.status)) ?? [];
  return (
    <section className="panel" aria-labelledby="incident-whole">
      <h2 id="incident-whole">{t('incident.whole')}</h2>
      {others.length > 0 && (
        <div className="incident-find">
          <Select
            label={t('incident.same')}
            data={others.map((one) => ({ value: one.id, label: one.title }))}
            value={other}
            onChange={setOther}
          />
          <Button
            variant="default"
            disabled={other === null}
            loading={command.isPending}
            onClick={() =>
              command.mutate(
                { name: 'merge', body: { incident: other } },
                { onSuccess: () => setOther(null) },
              )
            }
          >
            {t('incident.merge')}
          </Button>
        </div>
      )}
      <Ask
        label={t('incident.dissolve')}
        title={t('incident.dissolve')}
        onYes={() => command.mutate({ name: 'dissolve' })}
      >
        {t('incident.dissolved')}
      </Ask>
    </section>
  );
}
