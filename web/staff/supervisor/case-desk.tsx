import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../api/client.ts';
import { useNames } from '../api/catalog.ts';
import { DueAt, UrgencyBadge } from '../case/badges.tsx';
import { useCase, type CaseItem, type CaseView } from '../case/use-case.ts';
import { useFresh } from '../center/use-fresh.ts';
import { Nothing } from '../common/nothing.tsx';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';

type Queue = 'arbitration' | 'extensions' | 'review';

interface Props {
  queue: Queue;
  show: (view: CaseView) => ReactNode;
}

/** What waits for a decision on one side, and the one that is decided on the other. */
export function CaseDesk({ queue, show }: Props) {
  const { t } = useTranslation('supervisor');
  const [chosen, choose] = useState<string | null>(null);
  useFresh('cases');
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', queue],
    queryFn: () => brought(api.GET('/api/cases', { params: { query: { queue, limit: 100 } } })),
  });
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { items } = data;
  // What has been decided leaves the list; the next one is there at once.
  const open = items.find(({ id }) => id === chosen) ?? items[0];
  if (!open) return <Nothing>{t(`empty.${queue}`)}</Nothing>;
  return (
    <div className="desk">
      <ul className="desk-list" aria-label={t('list', { count: items.length })}>
        {items.map((item) => (
          <li key={item.id}>
            <Line item={item} open={item.id === open.id} choose={() => choose(item.id)} />
          </li>
        ))}
      </ul>
      <One key={open.id} id={open.id} show={show} />
    </div>
  );
}

function Line({ item, open, choose }: { item: CaseItem; open: boolean; choose: () => void }) {
  const { category, ward } = useNames();
  return (
    <button type="button" className="desk-line" aria-current={open || undefined} onClick={choose}>
      <span className="desk-facts">
        <UrgencyBadge urgency={item.urgency} />
        <DueAt dueAt={item.dueAt} late={item.late} />
      </span>
      <span>{item.excerpt}</span>
      <span className="muted">
        {[category(item.category), ward(item.ward)].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
}

function One({ id, show }: { id: string; show: Props['show'] }) {
  const { data: view, error, refetch } = useCase(id);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  return show(view);
}
