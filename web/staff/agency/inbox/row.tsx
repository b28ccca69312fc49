import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../../api/catalog.ts';
import { StatusBadge, UrgencyBadge } from '../../case/badges.tsx';
import { leftWords, pressure } from '../../case/left-words.ts';
import { useColleagues } from '../people.ts';
import type { SteadyRow } from './steady.ts';
import type { SectionName } from './api.ts';

/** One thing to do: how long there is for it, what and where. */
export function Row({ row: { row, gone }, section }: { row: SteadyRow; section: SectionName }) {
  const { t } = useTranslation('agency');
  const { category, ward } = useNames();
  const { nameOf } = useColleagues();
  const { due, number, officer, address, case: item } = row;
  const place = [address, ward(item.ward)].filter(Boolean).join(', ');
  const told = section === 'unit' || section === 'waiting' || section === 'part';
  const by = told && officer !== null && nameOf(officer);
  return (
    <li>
      <Link
        className="inbox-row"
        href={`/cases/${item.id}`}
        data-pressure={due ? pressure(due.left) : 'still'}
        data-gone={gone || undefined}
      >
        <span className="inbox-due">
          {gone && <b>{t('inbox.gone')}</b>}
          {!gone && due && (
            <>
              <b>{leftWords(due.left)}</b> <span>{t(`clock.${due.clock}`)}</span>
            </>
          )}
          {!gone && !due && <StatusBadge status={item.status} />}
          <UrgencyBadge urgency={item.urgency} />
          {section === 'urging' && <span>{t('inbox.urging', { number })}</span>}
        </span>
        <span className="inbox-said">{item.excerpt}</span>
        <span className="inbox-where">
          {[item.category ? category(item.category) : t(`frame:kind.${item.kind}`), place, by]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}
