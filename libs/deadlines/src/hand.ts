import type { Actor } from '#lifecycle';
import type { ClockHand } from './clock.js';

/** Of who acted, what a clock keeps. */
export function handOf(actor: Actor): ClockHand {
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.id, role: actor.role };
  return actor.kind === 'partner' ? { kind: 'partner', agency: actor.agency } : actor;
}

/** The id of the member of staff, or the name of the part of the program. */
export const nameOf = (hand: ClockHand): string =>
  hand.kind === 'staff' ? hand.id : hand.kind === 'system' ? hand.name : hand.kind;
