import { useTranslation } from 'react-i18next';
import { hour } from '../common/moments.ts';
import { useLiveState } from './live-provider.tsx';
import './live-mark.css';

/** Whether what is on the screen is what is so. */
export function LiveMark() {
  const { t } = useTranslation();
  const state = useLiveState();
  if (!state) return null;
  const since = hour(new Date(state.at).toISOString());
  return (
    <span className="live-mark" data-live={state.is} role="status">
      {state.is === 'cut' ? t('live.cut', { since }) : t(`live.${state.is}`)}
    </span>
  );
}
