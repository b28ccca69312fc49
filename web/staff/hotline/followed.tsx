import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../api/catalog.ts';
import { may, type Me } from '../api/me.ts';
import { DueAt, StatusBadge, UrgencyBadge } from '../case/badges.tsx';
import { CaseText, CaseTimeline } from '../case/case-story.tsx';
import { useCase, useCommand } from '../case/use-case.ts';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';

/** The case that a caller asks about: what to tell, and what the caller adds. */
export function Followed({ me, id, close }: { me: Me; id: string; close: () => void }) {
  const { t } = useTranslation('hotline');
  const { category, agency } = useNames();
  const { data: view, error, refetch } = useCase(id);
  const [text, setText] = useState('');
  const note = useCommand();
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  const add = () =>
    note.mutate(
      { id, version: view.version, name: 'note', body: { text: t('callerSays', { text }) } },
      { onSuccess: () => setText('') },
    );
  return (
    <section className="followed" aria-label={t('followed')}>
      <Group justify="space-between">
        <h2>{t('followed')}</h2>
        <Button variant="subtle" onClick={close}>
          {t('back')}
        </Button>
      </Group>
      <Group gap="xs">
        <StatusBadge status={view.status} />
        <UrgencyBadge urgency={view.urgency} />
        <span>{category(view.category)}</span>
      </Group>
      <dl className="facts">
        <dt>{t('holder')}</dt>
        <dd>{view.holder ? agency(view.holder.unit) : t('nobody')}</dd>
        <dt>{t('due')}</dt>
        <dd>
          <DueAt dueAt={view.dueAt} late={view.late} />
        </dd>
      </dl>
      <CaseText view={view} />
      {may(me, 'case.note') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Textarea
            label={t('add')}
            description={t('addHint')}
            autosize
            minRows={2}
            maxLength={3900}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
          />
          {note.error && <Wrong error={note.error} />}
          <Group mt="xs">
            <Button type="submit" disabled={text.trim() === ''} loading={note.isPending}>
              {t('addNote')}
            </Button>
            <Button component={Link} href={`/cases/${id}`} variant="default">
              {t('openCase')}
            </Button>
          </Group>
        </form>
      )}
      <h3>{t('frame:case.timeline')}</h3>
      <CaseTimeline view={view} />
    </section>
  );
}
