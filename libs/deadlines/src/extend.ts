import type { EventOf, ExtensionTerms, Instant, Urgency } from '#lifecycle';
import { parseLimit } from '#working-time';
import { date, instant, isRunning, type Book, type Clock } from './clock.js';
import { handOf, nameOf } from './hand.js';
import { moveDue } from './move.js';
import { extensionOf } from './policy.js';
import type { Scene } from './scene.js';

const MINUTE = 60_000;

/** What the clock's own policy admits of extending it to a date. */
export function extensionTerms(
  clock: Clock,
  until: Instant | null,
  urgency: Urgency,
  book: Book,
): ExtensionTerms {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const { max, longest } = extensionOf(book.policy(clock.policyVersion));
  const latest = instant(calendar.due(date(clock.dueAt), parseLimit(longest[urgency])));
  const { dueAt } = clock;
  if (until === null || until > latest) return { dueAt, latest, max, inHours: true };
  // A day's end belongs to the day: 17:00 is a date, though no office is open from then on.
  const before = new Date(date(until).getTime() - MINUTE);
  return { dueAt, latest, max, inHours: calendar.openBetween(before, date(until)) > 0 };
}

// More dates than these are not a choice but a list.
const MOST_CHOICES = 10;

/** Dates that may be asked for, each at the end of a working day; the latest alone where no whole day fits. */
export function extensionChoices(clock: Clock, latest: Instant, book: Book): Instant[] {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const days = Array.from({ length: MOST_CHOICES }, (_, at) =>
    instant(calendar.due(date(clock.dueAt), { amount: at + 1, unit: 'wd' })),
  ).filter((day) => day <= latest);
  return days.length > 0 ? days : [latest];
}

/** A granted date moves what the filer is promised, and what the agency owes where that was earlier. */
export function extend({ clocks, book, at }: Scene, event: EventOf<'extension_granted'>): Clock[] {
  const { agency, until, text } = event.data;
  const by = nameOf(handOf(event.actor));
  const move = { at, to: until, why: 'extension' as const, by, document: null, reason: text };
  const moved = ({ kind, unit, dueAt }: Clock) =>
    kind === 'resolution' || (kind === 'handling' && unit === agency && dueAt < until);
  return clocks.map((clock) => (moved(clock) ? moveDue(clock, move, book) : clock));
}

/** An agency that accepts after an extension has at least as long as the filer waits for it. */
export function keepUp({ clocks, book, at }: Scene, agency: string): Clock[] {
  const promise = clocks.find((clock) => clock.kind === 'resolution' && isRunning(clock));
  const granted = promise?.moves.findLast(({ why }) => why === 'extension');
  if (!promise || !granted) return clocks;
  const behind = (clock: Clock) =>
    clock.kind === 'handling' && clock.unit === agency && clock.dueAt < promise.dueAt;
  const move = { ...granted, at, to: promise.dueAt };
  return clocks.map((clock) => (behind(clock) ? moveDue(clock, move, book) : clock));
}
