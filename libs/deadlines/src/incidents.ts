import type { ComplaintEvent, FollowMain } from '#lifecycle';
import { isRunning, type Clock } from './clock.js';
import { withNextStep } from './ladder.js';
import { moveDue } from './move.js';
import type { Scene } from './scene.js';
import { spansOf } from './spans.js';
import { resume, stop } from './turns.js';

type Effect = (scene: Scene) => Clock[];
type IncidentEvent = Extract<
  ComplaintEvent,
  { type: 'joined' | 'made_main' | 'followed' | 'left' }
>;

/** Effects that other events have too. */
interface Shared {
  triage: Effect;
  acceptance: Effect;
  published: Effect[];
}

/** A promise that was kept for another's matter goes on as it was made. */
function revive({ clocks, at, book }: Scene): Clock[] {
  const last = clocks.findLast(({ kind }) => kind === 'resolution');
  if (!last || isRunning(last)) return clocks;
  const spans = [...spansOf(last), { unit: last.unit, from: at, to: null }];
  const running = { ...last, spans, stoppedAt: null, outcome: null };
  return clocks.map((clock) =>
    clock === last ? withNextStep(running, last.step, at, book) : clock,
  );
}

/** More time for the one that goes ahead is more time for a promise that still holds. */
const extended =
  ({ extension, text }: FollowMain): Effect =>
  ({ clocks, at, book }) => {
    if (!extension) return clocks;
    const { until: to, by } = extension;
    const move = { at, to, why: 'extension' as const, by, document: null, reason: text ?? null };
    const holds = ({ kind, dueAt }: Clock) => kind === 'resolution' && at < dueAt;
    return clocks.map((clock) => (holds(clock) ? moveDue(clock, move, book) : clock));
  };

const answeredFirst: Effect = (s) => stop(s, ['triage', 'first_response'], 'met');
const alone: Effect = (s) => stop(s, ['triage', 'acceptance', 'handling', 'urging'], 'cancelled');
const unconfirmed: Effect = (s) => stop(s, ['confirmation'], 'cancelled');

/**
 * What becomes of the clocks of a complaint that follows another: agencies owe what they owe on that one alone, and
 * the promise to its own filer runs on.
 */
export function ofIncident(
  event: IncidentEvent,
  { triage, acceptance, published }: Shared,
): Effect[] {
  const { place } = event.data;
  if (place === null) return [];
  const begun = place.status === 'new' ? [] : [answeredFirst];
  const taken = [...begun, place.status === 'new' ? triage : acceptance];
  switch (event.type) {
    case 'joined':
      return [resume, ...begun, alone];
    case 'followed':
      return [extended(event.data), ...(place.status === 'resolved' ? published : begun)];
    case 'made_main':
      return taken;
    case 'left':
      return [unconfirmed, revive, ...taken];
  }
}
