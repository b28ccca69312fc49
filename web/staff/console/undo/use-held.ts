import { useSyncExternalStore } from 'react';
import type { CaseView } from '../../case/use-case.ts';
import { command } from '../../case/use-case.ts';
import { holding, type Deed, type Held } from './held.ts';

export const useHolding = () => useSyncExternalStore(holding.watch, holding.now);

/** What waits, or is on its way, for one case. */
export function useHeldFor(caseId: string): Held | undefined {
  const { held, sending } = useHolding();
  return [...sending, ...held].findLast((one) => one.caseId === caseId);
}

/** A command on a case as somebody has seen it. */
export function deedOf(
  { id, version }: Pick<CaseView, 'id' | 'version'>,
  name: string,
  body: Record<string, unknown>,
  becomes?: Deed['becomes'],
): Deed {
  return {
    caseId: id,
    name,
    body,
    version,
    ...(becomes && { becomes }),
    send: async (on, keepalive) =>
      (await command({ id, version: on, name, body, keepalive })) as { version: number },
  };
}
