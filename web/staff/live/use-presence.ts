import { useEffect, useSyncExternalStore } from 'react';
import { useLive } from './live-provider.tsx';
import type { AtCase, Present } from './presence-book.ts';

const nobody = () => () => {};

/** Who is at a case now, as the server tells it. */
export function useAtCase(caseId: string): AtCase | undefined {
  const live = useLive();
  return useSyncExternalStore(live?.presence.watch ?? nobody, () => live?.presence.at(caseId));
}

/** Says that this person looks at a case as long as the page shows it, and hears of whoever takes over. */
export function useLooking(caseId: string, onTaken: (by: Present) => void): void {
  const live = useLive();
  useEffect(() => {
    if (!live) return;
    live.presence.look(caseId);
    const quiet = live.presence.onTaken((over) => {
      if (over.caseId === caseId) onTaken(over.by);
    });
    return () => {
      quiet();
      live.presence.leave();
    };
    // Who hears it does not change where one is.
  }, [live, caseId]);
}
