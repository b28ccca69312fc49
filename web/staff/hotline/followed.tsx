import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import type { Me } from '../api/me.ts';
import { DueAt, StatusBadge, UrgencyBadge } from '../case/badges.tsx';
import { CaseText, CaseTimeline } from '../case/case-story.tsx';
import { useCase } from '../case/use-case.ts';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { FollowedForm } from './followed-form.tsx';

/** The case that a caller asks about: what to tell, and what the caller adds. */
export function Followed({ me, id, close }: { me: Me; id: string; close: () => void }) {
  const { t } = useTranslation('hotline');
  const { category, agency } = useNames();
  const { data: view, error, refetch } = useCase(id);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
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
      <FollowedForm key={view.status} me={me} view={view} />
      <h3>{t('frame:case.timeline')}</h3>
      <CaseTimeline view={view} />
    </section>
  );
}
