import { recomputed } from '#deadlines';
import type { Actor } from '#lifecycle';
import type { City } from '../../catalog/city.js';
import type { Advanced, Case } from '../../complaints/case.js';
import { handle } from '../../complaints/handle.js';
import type { RecalculationRow } from './recalculation.entity.js';

/** Who moves deadlines when calendars change; the person who published them stands in the event. */
export const recalculation: Actor = { kind: 'system', name: 'recalculation' };

/** The case with each of its promises at the date of the present calendars; null when nothing of it moves. */
export function recomputeCase(
  one: Case,
  { document, by }: Pick<RecalculationRow, 'document' | 'by'>,
  now: Date,
  city: City,
): Advanced | null {
  return one.clocks.reduce<Advanced | null>((before, clock) => {
    const moved = recomputed(clock, one.state.urgency, now.toISOString(), city.book);
    if (!moved) return before;
    const command = { type: 'move_deadline', move: { ...moved, document, by } } as const;
    const after = handle(before ?? one, command, recalculation, now, city);
    return { ...after, logged: [...(before?.logged ?? []), ...after.logged] };
  }, null);
}
