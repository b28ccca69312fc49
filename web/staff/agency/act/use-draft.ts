import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft, type Draft } from '../../common/drafts.ts';

export type Change = (change: (draft: Draft) => Draft) => void;

export interface DraftHold {
  /** Null until it is known whether something was kept. */
  draft: Draft | null;
  change: Change;
  /** What stands now, also before it is drawn. */
  now: () => Draft | null;
  drop: () => Promise<void>;
}

/** What is typed, kept on the device with every change until it is sent. */
export function useDraft(key: string, base: number): DraftHold {
  const [draft, setDraft] = useState<Draft | null>(null);
  const held = useRef<Draft | null>(null);
  // Writes follow each other, so that the last one stays.
  const writing = useRef(Promise.resolve());
  const first = useRef(base);
  useEffect(() => {
    let left = false;
    const empty: Draft = { fields: {}, photos: [], base: first.current, savedAt: 0 };
    void readDraft(key)
      .catch(() => null)
      .then((kept) => {
        if (left) return;
        held.current = kept ?? empty;
        setDraft(held.current);
      });
    return () => {
      left = true;
    };
  }, [key]);
  const change = useCallback<Change>(
    (make) => {
      if (!held.current) return;
      const next = { ...make(held.current), savedAt: Date.now() };
      held.current = next;
      setDraft(next);
      writing.current = writing.current.then(() => keepDraft(key, next)).catch(() => undefined);
    },
    [key],
  );
  const drop = useCallback(async () => {
    await writing.current;
    await dropDraft(key).catch(() => undefined);
  }, [key]);
  const now = useCallback(() => held.current, []);
  return { draft, change, now, drop };
}
