import { useSyncExternalStore } from 'react';
import type { Me } from './me.ts';

/** The header in which a stand-in names the person in whose place it acts. */
const ACTING_FOR = 'x-acting-for';
const KEPT = 'dm_acting';

const hearers = new Set<() => void>();
// Of this tab alone: whoever opens another begins there as themself.
let actingFor = sessionStorage.getItem(KEPT);

/** What goes with every request while somebody acts in another's place. */
export const actingHeaders = (): Record<string, string> =>
  actingFor === null ? {} : { [ACTING_FOR]: actingFor };

/** From now on in the place of the person; null: as oneself. */
export function actFor(person: string | null): void {
  actingFor = person;
  if (person === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, person);
  for (const hear of hearers) hear();
}

const hearing = (hear: () => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

/** Who it is for whom pages are made: in another's place, with that person's role, unit and permissions. */
export function useActing(me: Me | null | undefined): Me | null {
  const chosen = useSyncExternalStore(hearing, () => actingFor);
  const absent = me?.standsInFor.find(({ id }) => id === chosen);
  return absent && me ? { ...me, ...absent } : (me ?? null);
}
