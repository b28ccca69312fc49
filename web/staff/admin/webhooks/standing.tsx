import { useTranslation } from 'react-i18next';
import { moment } from '../../common/moments.ts';
import type { Webhook } from './webhook-words.ts';

/** Whether a receiver takes what it is told. */
export function Standing({ of: { endedAt, pausedWhy, failingSince } }: { of: Webhook }) {
  const { t } = useTranslation('webhooks');
  if (endedAt) return <span className="muted">{t('is.ended')}</span>;
  if (pausedWhy) return <span className="admin-bad">{t(`is.${pausedWhy}`)}</span>;
  if (failingSince)
    return <span className="admin-bad">{t('is.struggling', { since: moment(failingSince) })}</span>;
  return <span className="admin-good">{t('is.well')}</span>;
}
