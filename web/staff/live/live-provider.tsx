import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Me } from '../api/me.ts';
import { may } from '../api/me.ts';
import { Live, type LiveState } from './live.ts';

const Context = createContext<Live | null>(null);

/** One connection for all pages of whoever is signed in. */
export function LiveProvider({ me, children }: { me: Me; children: ReactNode }) {
  const [live, setLive] = useState<Live | null>(null);
  const watches = may(me, 'live.watch');
  useEffect(() => {
    if (!watches) return;
    const opened = new Live();
    setLive(opened);
    return () => opened.close();
  }, [watches, me.id]);
  return <Context.Provider value={live}>{children}</Context.Provider>;
}

export const useLive = () => useContext(Context);

/** How things stand with the connection; null where nobody watches. */
export function useLiveState(): LiveState | null {
  const live = useLive();
  const [state, setState] = useState<LiveState | null>(live?.state ?? null);
  useEffect(() => live?.watch(setState), [live]);
  return state;
}
