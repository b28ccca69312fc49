import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentCommand, IncidentView } from './use-incident.ts';

/** What it is called, and what whoever files the same is told at once. */
export function Wording({
  incident,
  command,
}: {
  incident: IncidentView;
  command: IncidentCommand;
}) {
  const { t } = useTranslation('console');
  const [title, setTitle] = useState(incident.title);
  const [answer, setAnswer] = useState(incident.standingAnswer ?? '');
  const [published, setPublished] = useState(incident.published);
  const [gathering, setGathering] = useState(incident.gathering);
  return (
    <section className="panel" aria-labelledby="incident-words">
      <h2 id="incident-words">{t('incident.wording')}</h2>
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const standingAnswer = answer.trim();
          command.mutate({
            name: 'words',
            body: {
              title: title.trim(),
              ...(standingAnswer && { standingAnswer }),
              published,
              gathering,
            },
          });
        }}
      >
        <TextInput
          label={t('incident.name')}
          required
          maxLength={200}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Textarea
          label={t('incident.standing')}
          description={t('incident.standingHint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={answer}
          onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
        <Checkbox
          label={t('incident.published')}
          checked={published}
          onChange={({ currentTarget }) => setPublished(currentTarget.checked)}
        />
        <Checkbox
          label={t('incident.gathering')}
          checked={gathering}
          onChange={({ currentTarget }) => setGathering(currentTarget.checked)}
        />
        <div className="incident-acts">
          <Button type="submit" variant="default" loading={command.isPending}>
            {t('incident.keep')}
          </Button>
        </div>
      </form>
    </section>
  );
}
