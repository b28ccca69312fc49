import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { useLive } from '../live/live-provider.tsx';

/** So that a storm of events is one reading and not hundreds. */
const GATHER_MS = 400;

/** Reads again what stands under a key whenever something has happened in the city. */
export function useFresh(key: string): void {
  const live = useLive();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = live?.hear(() => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void queries.invalidateQueries({ queryKey: [key] });
      }, GATHER_MS);
    });
    return () => {
      stop?.();
      clearTimeout(waiting);
    };
  }, [live, key]);
}
