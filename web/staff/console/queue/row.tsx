import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { StatusBadge, UrgencyBadge } from '../../case/badges.tsx';
import { useHolder } from '../../case/case-facts.tsx';
import { TimeLeft } from '../../case/time-left.tsx';
import type { CaseItem } from '../../case/use-case.ts';
import { useAtCase } from '../../live/use-presence.ts';
import { useHeldFor } from '../undo/use-held.ts';

interface Props {
  item: CaseItem;
  me: string;
  selected: boolean;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** One case of a list: how it stands, what it says, where, who has it, and who is at it. */
export const Row = memo(function Row({ item, me, selected, onSelect, onOpen }: Props) {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('case');
  const names = useNames();
  const holder = useHolder();
  const held = useHeldFor(item.id);
  const category = names.category(held?.becomes?.category ?? item.category);
  const { incident } = item;
  return (
    <>
      <span role="gridcell" className="queue-select">
        <input
          type="checkbox"
          checked={selected}
          onChange={() => onSelect(item.id)}
          aria-label={t('queue.select', { what: item.excerpt.slice(0, 60) })}
          tabIndex={-1}
        />
      </span>
      <span role="gridcell" className="queue-due">
        <TimeLeft left={item.left} dueAt={item.dueAt} late={item.late} />
        <span className="queue-badges">
          <StatusBadge status={held?.becomes?.status ?? item.status} />
          <UrgencyBadge urgency={item.urgency} />
        </span>
      </span>
      <span role="gridcell" className="queue-matter">
        <Link
          href={`/cases/${item.id}`}
          tabIndex={-1}
          onClick={() => onOpen(item.id)}
          className="queue-open"
        >
          {category || words('facts.none')}
        </Link>
        <span className="queue-excerpt">{item.excerpt}</span>
      </span>
      <span role="gridcell" className="queue-place">
        {names.ward(item.ward)}
        {incident && incident.members !== null && (
          <span className="muted">{t('queue.incident', { count: incident.members })}</span>
        )}
        {item.returns > 0 && (
          <span className="muted">{t('queue.returns', { count: item.returns })}</span>
        )}
      </span>
      <span role="gridcell" className="queue-holder muted">
        <span>{holder(item.holder)}</span>
        {held && <b>{t('queue.held', { what: t(`command.${held.name}`) })}</b>}
      </span>
      <span role="gridcell" className="queue-people">
        <Dots caseId={item.id} me={me} />
      </span>
    </>
  );
});

function Dots({ caseId, me }: { caseId: string; me: string }) {
  const { t } = useTranslation('console');
  const others = useAtCase(caseId)?.people.filter(({ id }) => id !== me) ?? [];
  return others.map(({ id, name, is }) => (
    <span key={id} className="dot" data-is={is} title={t(`presence.${is}`, { name })}>
      {initials(name)}
      <span className="only-read">{t(`presence.${is}`, { name })}</span>
    </span>
  ));
}

/** Of the last two words: in Vietnamese the given name stands last. */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0])
    .join('')
    .toUpperCase();
