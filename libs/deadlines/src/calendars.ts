import type { Instant } from '#lifecycle';
import type { Book, ClockKind } from './clock.js';
import type { Terms } from './policy.js';

/** What an agency owes while it holds a matter; it runs in the agency's own calendar. */
export const agencyKinds: readonly ClockKind[] = ['acceptance', 'handling'];

/** The calendar of a clock of `unit` that starts at `at`. What is urgent runs in the same one for everybody. */
export function calendarFor(
  kind: ClockKind,
  unit: string,
  terms: Terms,
  at: Instant,
  book: Book,
): string {
  const agency = terms.urgency !== 'urgent' && agencyKinds.includes(kind);
  return (agency ? book.agencyCalendar(unit, at) : null) ?? terms.calendar;
}
