import './words.ts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../common/moments.ts';

const tones: Record<string, string> = {
  new: 'blue',
  waiting_filer: 'grape',
  assigned: 'accent',
  in_progress: 'accent',
  answered: 'indigo',
  resolved: 'green',
  closed: 'gray',
  rejected: 'gray',
};

export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  return (
    <Badge className="badge" variant="light" color={tones[status] ?? 'gray'}>
      {t(`status.${status}`)}
    </Badge>
  );
}

/** Nothing for what is usual. */
export function UrgencyBadge({ urgency }: { urgency: string }) {
  const { t } = useTranslation();
  if (urgency === 'normal') return null;
  return (
    <Badge className="badge" variant={urgency === 'urgent' ? 'filled' : 'outline'} color="red">
      {t(`urgency.${urgency}`)}
    </Badge>
  );
}

/** Until when, and whether that is past. */
export function DueAt({ dueAt, late }: { dueAt: string; late: boolean }) {
  const { t } = useTranslation();
  const { t: words } = useTranslation('case');
  const at = moment(dueAt);
  return (
    <span className="due" data-late={late || undefined}>
      {late && <b>{t('late')} </b>}
      <time dateTime={dueAt}>{late ? at : words('left.due', { at })}</time>
    </span>
  );
}
