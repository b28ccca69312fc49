import type { Instant } from '#lifecycle';
import type { Clock, Span } from './clock.js';

/** Who held the matter while the clock ran; one unit all the time where nothing else was kept. */
export function spansOf({ spans, unit, startedAt, stoppedAt }: Clock): Span[] {
  return spans.length > 0 ? spans : [{ unit, from: startedAt, to: stoppedAt }];
}

/** The clock in the hands of `unit` from `at` on. */
export function heldBy(clock: Clock, unit: string, at: Instant): Clock {
  if (clock.unit === unit) return clock;
  const before = spansOf(clock);
  const last = before.at(-1);
  // Whoever had it for no time at all did not hold it.
  const kept = last?.from === at ? before.slice(0, -1) : endSpans(before, at);
  return { ...clock, unit, spans: [...kept, { unit, from: at, to: null }] };
}

/** The spans with the last one ended. */
export const endSpans = (spans: readonly Span[], at: Instant): Span[] =>
  spans.map((span) => (span.to === null ? { ...span, to: at } : span));
