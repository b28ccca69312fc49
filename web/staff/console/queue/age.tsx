import { useTranslation } from 'react-i18next';
import { hour } from '../../common/moments.ts';
import { useLiveState } from '../../live/live-provider.tsx';

/** How old the list is: live, or as of when. */
export function Age({ at }: { at: number }) {
  const { t } = useTranslation('console');
  const state = useLiveState();
  if (at === 0) return null;
  const since = hour(new Date(state?.is === 'cut' ? state.at : at).toISOString());
  return (
    <span className="muted" role="status">
      {t(state?.is === 'cut' ? 'queue.old' : 'queue.asOf', { since })}
    </span>
  );
}
