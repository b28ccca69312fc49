import type { Instant } from '#lifecycle';
import { date, elapsed, openPause, type Book, type Clock, type Span } from './clock.js';
import { spansOf } from './spans.js';

/** How long a unit held the matter while the clock ran, and how much of that was after the deadline. */
export interface Held {
  unit: string;
  /** Milliseconds by the clock's own measure, without pauses. */
  held: number;
  late: number;
}

const later = (a: Instant, b: Instant) => (a > b ? a : b);
const earlier = (a: Instant, b: Instant) => (a < b ? a : b);

/** What ran between two instants: pauses are nobody's. */
function ran(clock: Clock, from: Instant, to: Instant, book: Book): number {
  if (from >= to) return 0;
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const between = (a: Instant, b: Instant) =>
    a < b ? elapsed(clock, calendar, date(a), date(b)) : 0;
  const paused = clock.pauses.map((pause) =>
    between(later(pause.from, from), earlier(pause.to ?? to, to)),
  );
  return between(from, to) - paused.reduce((sum, ms) => sum + ms, 0);
}

/** Each interval in which somebody held the matter, with what of it was late. */
export function heldSpans(clock: Clock, book: Book, now: Instant): (Span & Held)[] {
  return spansOf(clock).map((span) => {
    const to = span.to ?? clock.stoppedAt ?? now;
    const held = ran(clock, span.from, to, book);
    return { ...span, held, late: ran(clock, later(span.from, clock.dueAt), to, book) };
  });
}

/** The same by unit: lateness belongs to whoever held the matter. */
export function attribution(clock: Clock, book: Book, now: Instant): Held[] {
  const sums = new Map<string, Held>();
  for (const { unit, held, late } of heldSpans(clock, book, now)) {
    const sum = sums.get(unit) ?? { unit, held: 0, late: 0 };
    sums.set(unit, { unit, held: sum.held + held, late: sum.late + late });
  }
  return [...sums.values()];
}

export const standings = ['on_time', 'on_time_extended', 'late', 'open', 'open_late'] as const;
export type Standing = (typeof standings)[number];

/** How a promise stands; null for one that was cancelled, which was neither kept nor broken. */
export function standingOf(clock: Clock, now: Instant): Standing | null {
  const { outcome, dueAt, stoppedAt, moves } = clock;
  if (outcome === 'cancelled') return null;
  if (outcome === 'late') return 'late';
  if (outcome === 'met') {
    const extended = moves.find(({ why }) => why === 'extension');
    // An answer before the date that was promised at first did not need the extension.
    return extended && stoppedAt !== null && stoppedAt > extended.from
      ? 'on_time_extended'
      : 'on_time';
  }
  const waiting = openPause(clock);
  return (waiting ? earlier(waiting.from, now) : now) > dueAt ? 'open_late' : 'open';
}
