import { agencyKinds } from './calendars.js';
import { isRunning, type Clock } from './clock.js';
import type { Scene } from './scene.js';
import { heldBy } from './spans.js';
import { stop } from './turns.js';

interface Change {
  from: string;
  to: string;
}

/**
 * Whoever leads supports nobody: what was owed for a part ends where its agency and the one in charge become one. Where
 * both supported, the successor owes by the earlier of two dates.
 */
export function mergedParts(scene: Scene, { from, to }: Change): Clock[] {
  const { clocks, state } = scene;
  const owes = (unit: string) => (clock: Clock) => isRunning(clock) && clock.unit === unit;
  if (state.lead === to) {
    const hasLed = clocks.some((clock) => owes(from)(clock) && clock.owedTo === 'filer');
    // While neither holds the matter, whatever the two still owe is owed for parts.
    const over = state.holder?.unit !== to ? [from, to] : [hasLed ? to : from];
    return over.reduce(
      (left, unit) => stop({ ...scene, clocks: left }, [...agencyKinds], 'cancelled', unit),
      clocks,
    );
  }
  return agencyKinds.reduce((left, kind) => {
    const due = (unit: string) =>
      left.find((clock) => owes(unit)(clock) && clock.kind === kind)?.dueAt;
    const [one, other] = [due(from), due(to)];
    if (!one || !other) return left;
    return stop({ ...scene, clocks: left }, [kind], 'cancelled', one < other ? to : from);
  }, clocks);
}

/** What the ended agency owed its successor owes, by the same date. */
export const carriedOver = ({ clocks, at }: Scene, { from, to }: Change): Clock[] =>
  clocks.map((clock) => (isRunning(clock) && clock.unit === from ? heldBy(clock, to, at) : clock));
