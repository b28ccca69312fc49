import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, brought } from '../api/client.ts';
import { queries } from '../api/queries.ts';

const WAIT_MS = 700;

const keyOf = (caseId: string) => ['drafts', caseId];

const keep = (id: string, field: string, text: string, keepalive = false) =>
  brought(
    api.PUT('/api/cases/{id}/drafts', {
      params: { path: { id } },
      body: { field, text },
      keepalive,
    }),
  );

/** What this person has begun to write for a case. */
const useDrafts = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => brought(api.GET('/api/cases/{id}/drafts', { params: { path: { id: caseId } } })),
    staleTime: Infinity,
  });

/** A text that is kept on the server while it is typed, until its command has been given. */
export function useDraft(caseId: string, field: string) {
  const { data } = useDrafts(caseId);
  const kept = data?.find((one) => one.field === field)?.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(
    (keepalive = false) => {
      const last = waiting.current;
      if (!last) return;
      clearTimeout(last.timer);
      waiting.current = null;
      // What could not be kept stands in the page still, and is kept with the next letter.
      keep(caseId, field, last.text, keepalive).then(
        () => queries.invalidateQueries({ queryKey: keyOf(caseId) }),
        () => undefined,
      );
    },
    [caseId, field],
  );

  useEffect(() => {
    const leave = () => flush(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  const set = useCallback(
    (text: string) => {
      setTyped(text);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(flush, WAIT_MS) };
    },
    [flush],
  );
  return { text: typed ?? kept, set };
}
