import type { Clock } from './clock.js';

/** What an event changed of one clock; a clock that it started is whole. */
export type ClockPatch = { id: string } & Partial<Clock>;

/** Whether two JSON values say the same. */
export const isSame = (a: unknown, b: unknown) =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** The differences between the clocks before and after an event. */
export function diffClocks(before: readonly Clock[], after: readonly Clock[]): ClockPatch[] {
  const known = new Map(before.map((clock) => [clock.id, clock]));
  return after.flatMap((clock) => {
    const old = known.get(clock.id);
    if (!old) return [clock];
    if (old === clock) return [];
    const changed = (Object.keys(clock) as (keyof Clock)[]).filter(
      (key) => !isSame(clock[key], old[key]),
    );
    if (changed.length === 0) return [];
    return [{ id: clock.id, ...Object.fromEntries(changed.map((key) => [key, clock[key]])) }];
  });
}

/** The clocks with the patches of one event laid on. */
export function patchClocks(clocks: readonly Clock[], patches: readonly ClockPatch[]): Clock[] {
  return patches.reduce<Clock[]>(
    (current, patch) =>
      current.some((clock) => clock.id === patch.id)
        ? current.map((clock) => (clock.id === patch.id ? { ...clock, ...patch } : clock))
        : [...current, patch as Clock],
    [...clocks],
  );
}
