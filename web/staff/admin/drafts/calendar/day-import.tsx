import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { Faults } from '../../../common/faults.tsx';
import type { Draft } from '../use-draft.ts';

interface Wanted {
  draft: Draft;
  code: string;
  isChanged: boolean;
  onTaken(draft: Draft): void;
}

/** Days from a table; it is taken whole or not at all. */
export function DayImport({ draft, code, isChanged, onTaken }: Wanted) {
  const { t } = useTranslation('admin');
  const [csv, setCsv] = useState('');
  const bring = useMutation({
    mutationFn: () =>
      brought(
        api.POST('/api/drafts/{id}/days', {
          params: { path: { id: draft.id } },
          headers: { 'if-match': `"${draft.version}"` },
          body: { csv, calendars: [code] },
        }),
      ),
    onSuccess: (now) => {
      setCsv('');
      onTaken(now);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    bring.mutate();
  };
  return (
    <section className="panel" aria-labelledby="import-title">
      <h2 id="import-title">{t('calendar.import')}</h2>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={bring.error} form="import" />
        <Textarea
          label={t('calendar.csv')}
          description={t('calendar.csvHint')}
          value={csv}
          minRows={4}
          autosize
          onChange={(event) => setCsv(event.currentTarget.value)}
          required
        />
        {isChanged && <p role="status">{t('publish.saveFirst')}</p>}
        <Button type="submit" variant="default" disabled={isChanged} loading={bring.isPending}>
          {t('calendar.bring')}
        </Button>
      </form>
    </section>
  );
}
