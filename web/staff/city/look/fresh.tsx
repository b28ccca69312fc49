import { useTranslation } from 'react-i18next';
import { hour, moment } from '../../common/moments.ts';
import { useLiveState } from '../../live/live-provider.tsx';
import { CITY } from '../words.ts';

/** How old the figures are, and whether they still follow what happens. */
export function Fresh({ asOf }: { asOf: string }) {
  const { t } = useTranslation(CITY);
  const state = useLiveState();
  const cut = state?.is === 'cut';
  return (
    <p className="fresh" data-cut={cut || undefined} role="status">
      {t('fresh.asOf', { at: moment(asOf) })}{' '}
      {cut && <b>{t('fresh.cut', { at: hour(new Date(state.at).toISOString()) })}</b>}
    </p>
  );
}
