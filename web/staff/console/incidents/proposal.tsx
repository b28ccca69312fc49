import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../common/ask.tsx';
import type { IncidentCommand, IncidentView } from './use-incident.ts';

/** Whether what was proposed is one event: by a person, for hundreds of people are told. */
export function Proposal({
  incident,
  command,
}: {
  incident: IncidentView;
  command: IncidentCommand;
}) {
  const { t } = useTranslation('console');
  const [title, setTitle] = useState(incident.title);
  const [answer, setAnswer] = useState('');
  const [published, setPublished] = useState(true);
  const confirm = () =>
    command.mutate({
      name: 'confirm',
      body: {
        ...(title.trim() && { title: title.trim() }),
        ...(answer.trim() && { standingAnswer: answer.trim() }),
        published,
      },
    });
  return (
    <section className="panel incident-wide" aria-labelledby="incident-proposal">
      <h2 id="incident-proposal">{t('incident.proposal.title')}</h2>
      <p>{t('incident.proposal.text', { count: incident.members })}</p>
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          confirm();
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
          description={t('incident.standingUsual')}
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
        <div className="incident-acts">
          <Button type="submit" loading={command.isPending}>
            {t('incident.proposal.confirm')}
          </Button>
          <Ask
            label={t('incident.proposal.dismiss')}
            title={t('incident.proposal.dismiss')}
            onYes={() => command.mutate({ name: 'dismiss' })}
          >
            {t('incident.proposal.dismissed')}
          </Ask>
        </div>
      </form>
    </section>
  );
}
