import type { Book, Clock, Move } from './clock.js';
import { withNextStep } from './clock.js';

/** The clock with its deadline at `move.to`, whether earlier or later; a move to where it stands leaves no trace. */
export function movedTo(clock: Clock, move: Omit<Move, 'from'>, book: Book): Clock {
  if (move.to === clock.dueAt) return clock;
  const made: Move = { ...move, from: clock.dueAt };
  const moved = { ...clock, dueAt: move.to, moves: [...clock.moves, made] };
  return withNextStep(moved, clock.step, move.at, book);
}

/**
 * A running clock moved by a decision or a calendar. What the filer was told never comes earlier by it: such a move
 * leaves the clock as it was.
 */
export function moveDue(clock: Clock, move: Omit<Move, 'from'>, book: Book): Clock {
  if (clock.stoppedAt !== null) return clock;
  return clock.owedTo === 'filer' && move.to <= clock.dueAt ? clock : movedTo(clock, move, book);
}
