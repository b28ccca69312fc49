import type { ComplaintEvent, ComplaintState, Instant } from '#lifecycle';
import { parseLimit } from '#working-time';
import type { Book, Clock } from './clock.js';
import type { LimitText, Terms } from './policy.js';

/** What an event meets: the clocks so far, the state after it, and the terms of that state. */
export interface Scene {
  clocks: Clock[];
  event: ComplaintEvent;
  at: Instant;
  state: ComplaintState;
  terms: Terms;
  book: Book;
}

/** A share of a limit, in whole units and at least one. */
function shareOf(limit: LimitText, share: number): LimitText {
  const { amount, unit } = parseLimit(limit);
  return `${Math.max(1, Math.ceil(amount * share))}${unit}`;
}

const shorter = ({ policy, resolution }: Terms) => shareOf(resolution, policy.reopenResolveShare);

/** The category's limit, or its share once the complaint has been reopened or reviewed. */
export function resolutionLimit({ state }: Scene, terms: Terms): LimitText {
  return state.reopens > 0 || state.reviewed ? shorter(terms) : terms.resolution;
}

/** What an agency gets: the same as the filer is promised, and less once it has answered before. */
export function handlingLimit(scene: Scene, unit: string, terms: Terms): LimitText {
  const answered = scene.clocks.some(
    (clock) =>
      clock.kind === 'handling' &&
      clock.unit === unit &&
      (clock.outcome === 'met' || clock.outcome === 'late'),
  );
  return answered ? shorter(terms) : resolutionLimit(scene, terms);
}
