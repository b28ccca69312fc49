import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { useLive } from '../live/live-provider.tsx';
import { REPORTS } from './reports.ts';

/** Figures that change under the eye cannot be read: at most this often. */
const CALM_MS = 5000;

/** Reads the reports and lists anew after events, in a calm way. */
export function useFresh(): void {
  const live = useLive();
  useEffect(() => {
    if (!live) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = live.hear(() => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void queries.invalidateQueries({ queryKey: [REPORTS] });
        void queries.invalidateQueries({ queryKey: ['cases'] });
      }, CALM_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [live]);
}
