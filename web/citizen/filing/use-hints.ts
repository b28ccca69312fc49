import { useEffect, useState } from 'preact/hooks';
import { placeOf, type Draft } from './draft.ts';

const PAUSE_MS = 350;
const ENOUGH = 10;

export interface Neighbour {
  id: string;
  people: number;
  since: string;
  category: Record<'vi' | 'en', string> | null;
  ward: Record<'vi' | 'en', string> | null;
  statusWords: Record<'vi' | 'en', string>;
}

async function ask<T>(path: string, body: object, signal: AbortSignal): Promise<T | null> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  return answer.ok ? ((await answer.json()) as T) : null;
}

/** Asks at each pause of whoever writes; without a network nothing is offered, and nothing stops. */
function useAsked<T>(path: string, body: object | null, take: (found: T) => void): void {
  const asked = body && JSON.stringify(body);
  useEffect(() => {
    if (asked === null) return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      ask<T>(path, JSON.parse(asked) as object, gone.signal).then(
        (found) => found && take(found),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [asked]);
}

interface Suggested {
  code: string;
  likely: boolean;
}

/** Categories that a text sounds like; only the text is sent. */
export function useSuggestions({ text }: Draft, take: (found: Suggested[]) => void): void {
  const said = text.trim();
  useAsked<{ categories: Suggested[] }>(
    '/api/suggestions',
    said.length < ENOUGH ? null : { text: said },
    ({ categories }) => take(categories),
  );
}

/** What others nearby have reported. */
export function useNeighbours(draft: Draft): Neighbour[] {
  const [found, setFound] = useState<Neighbour[]>([]);
  const place = placeOf(draft);
  const [text, category] = [draft.text.trim(), draft.category];
  const body =
    place && text.length >= ENOUGH ? { text, place, ...(category && { category }) } : null;
  useAsked<{ items: Neighbour[] }>('/api/complaints/similar', body, ({ items }) => setFound(items));
  return body ? found : [];
}
