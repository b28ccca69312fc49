import type { DeadlineStep, Instant, Urgency } from '#lifecycle';
import { parseLimit } from '#working-time';
import { date, instant, isRunning, openPause, type Book, type Clock } from './clock.js';
import { nextFiring } from './ladder.js';
import { urgingOf, type Terms } from './policy.js';

/** The next moment of a clock: its next step, or the date at which its pause ends. */
export function momentOf(clock: Clock): Instant | null {
  if (!isRunning(clock)) return null;
  return openPause(clock)?.wakeAt ?? clock.nextAt;
}

/** The earliest next moment of all running clocks. */
export function nextMoment(clocks: readonly Clock[]): Instant | null {
  const moments = clocks.map(momentOf).filter((moment) => moment !== null);
  return moments.toSorted()[0] ?? null;
}

/** The step whose moment has come at `now`, earliest first; null while nothing is due. */
export function dueStep(
  clocks: readonly Clock[],
  now: Instant,
  urgency: Urgency,
  book: Book,
): DeadlineStep | null {
  const due = clocks
    .map((clock) => ({ clock, moment: momentOf(clock) }))
    .filter((one): one is { clock: Clock; moment: Instant } => one.moment !== null)
    .filter(({ moment }) => moment <= now)
    .toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0))[0];
  if (!due) return null;
  const { clock, moment } = due;
  const { id, unit, dueAt } = clock;
  const common = { clock: id, unit, scheduledFor: moment, dueAt, newDate: null };
  if (openPause(clock)) return { ...common, action: 'pauseOver', to: [] };
  const firing = nextFiring(clock, clock.step, moment, book);
  if (!firing) throw new Error(`${id} has a moment and no step`);
  const { action, to, do: deeds } = firing.step;
  const newDate =
    action === 'breach' && clock.kind === 'resolution'
      ? newDateOf(clock, now, book.policy(clock.policyVersion).late.newDate[urgency], book)
      : null;
  return { ...common, action, to, newDate, ...(deeds && { do: deeds }) };
}

/** Until when an urging that is sent at `now` is to be answered. */
export function answerBy(terms: Terms, now: Instant, book: Book): Instant {
  const { answer } = urgingOf(terms.policy);
  return instant(book.calendar(terms.calendar).due(date(now), parseLimit(answer)));
}

function newDateOf(clock: Clock, now: Instant, limit: string, book: Book): Instant {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  return instant(calendar.due(date(now), parseLimit(limit)));
}
