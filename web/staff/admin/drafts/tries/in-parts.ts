import { useState } from 'react';
import { dayBegins } from '../../../common/city-time.ts';

export interface Period {
  from: string;
  to: string;
}

interface Part {
  total: number;
  looked: number;
  next: { filedAt: string; id: string } | null;
}

/** Asks part by part until the end of the period, and says how far it is. */
export function useParts<P extends Part>(ask: (body: Record<string, string>) => Promise<P>) {
  const [parts, setParts] = useState<P[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async ({ from, to }: Period) => {
    setParts([]);
    setError(null);
    setRunning(true);
    const period = { ...(from && { from: dayBegins(from) }), ...(to && { to: dayBegins(to) }) };
    let next: Part['next'] = null;
    try {
      do {
        const after: Record<string, string> = next
          ? { afterFiledAt: next.filedAt, afterId: next.id }
          : {};
        const part = await ask({ ...period, ...after });
        setParts((before) => [...before, part]);
        ({ next } = part);
      } while (next);
    } catch (failure) {
      setError(failure);
    } finally {
      setRunning(false);
    }
  };
  const looked = parts.reduce((sum, part) => sum + part.looked, 0);
  return { parts, looked, total: parts[0]?.total ?? 0, isRunning, error, run };
}
