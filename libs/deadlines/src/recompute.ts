import type { DeadlineMove, Instant, Shift, Urgency } from '#lifecycle';
import { parseLimit } from '#working-time';
import {
  date,
  dueOf,
  elapsed,
  instant,
  isRunning,
  openPause,
  type Book,
  type Clock,
  type Move,
} from './clock.js';
import { agencyKinds } from './calendars.js';
import { moveDue } from './move.js';

/** What a changed calendar makes of a running clock. */
export type Recomputed = Omit<DeadlineMove, 'document' | 'by'>;

const later = (from: Instant, to: Instant): Shift | null => (to > from ? { from, to } : null);

/** An agency's clock follows the agency's calendar, any other the calendar that it was made in. */
function calendarOf(clock: Clock, urgency: Urgency, book: Book): string {
  if (urgency === 'urgent' || !agencyKinds.includes(clock.kind)) return clock.calendar;
  const own = book.agencyCalendar(clock.unit, clock.startedAt);
  return own ?? book.policy(clock.policyVersion).calendars[urgency];
}

/** What follows from start, limit and pauses is computed anew; a date given otherwise keeps its open time. */
function dueUnder(clock: Clock, under: Clock, book: Book): Instant {
  if (dueOf({ ...clock, moves: [] }, book) === clock.dueAt)
    return dueOf({ ...under, moves: [] }, book);
  const start = date(clock.startedAt);
  const present = date(clock.dueAt);
  const before = book.calendar(clock.calendar, clock.calendarVersion);
  const after = book.calendar(under.calendar, under.calendarVersion);
  const open = elapsed(clock, before, start, present);
  // Also where the limit runs by the wall clock, which no calendar changes.
  if (elapsed(clock, after, start, present) === open) return clock.dueAt;
  return instant(after.addOpen(start, open));
}

function newDateOf(clock: Clock, under: Clock, urgency: Urgency, book: Book): Shift | null {
  const { newDate, breachedAt } = clock;
  if (newDate === null || breachedAt === null) return null;
  const limit = parseLimit(book.policy(clock.policyVersion).late.newDate[urgency]);
  const promised = (one: Clock) =>
    instant(book.calendar(one.calendar, one.calendarVersion).due(date(breachedAt), limit));
  // Promised by other means than the policy's: nobody can compute it again.
  return promised(clock) === newDate ? later(newDate, promised(under)) : null;
}

function wakeAtOf(clock: Clock, urgency: Urgency, book: Book): Shift | null {
  const pause = openPause(clock);
  if (!pause) return null;
  const policy = book.policy(clock.policyVersion);
  const calendar = book.calendar(policy.calendars[urgency]);
  const wakes = calendar.due(date(pause.from), parseLimit(policy.waiting));
  return later(pause.wakeAt, instant(wakes));
}

/**
 * What the present calendars make of a running clock; null when nothing of it moves. What the filer was told never
 * comes earlier, and what an agency owes never into the past.
 */
export function recomputed(
  clock: Clock,
  urgency: Urgency,
  at: Instant,
  book: Book,
): Recomputed | null {
  if (!isRunning(clock)) return null;
  const calendar = calendarOf(clock, urgency, book);
  const { version } = book.calendar(calendar).spec;
  const under = { ...clock, calendar, calendarVersion: version };
  const same = calendar === clock.calendar && version === clock.calendarVersion;
  const due = same ? clock.dueAt : dueUnder(clock, under, book);
  const earlier = clock.owedTo === 'center' && due > at;
  const to = due > clock.dueAt || earlier ? due : clock.dueAt;
  const newDate = same ? null : newDateOf(clock, under, urgency, book);
  const wakeAt = wakeAtOf(clock, urgency, book);
  if (to === clock.dueAt && !newDate && !wakeAt) return null;
  return {
    clock: clock.id,
    from: clock.dueAt,
    to,
    calendar: to === clock.dueAt ? clock.calendar : calendar,
    calendarVersion: to === clock.dueAt ? clock.calendarVersion : version,
    newDate,
    wakeAt,
  };
}

/** The clock after it. Steps that have fired stay fired; a new date that the deadline has passed is not needed any more. */
export function withRecomputed(
  clock: Clock,
  { to, calendar, calendarVersion, newDate, wakeAt }: Recomputed,
  move: Omit<Move, 'from' | 'to'>,
  book: Book,
): Clock {
  if (!isRunning(clock)) return clock;
  const under = { ...clock, calendar, calendarVersion };
  const moved = to === clock.dueAt ? clock : moveDue(under, { ...move, to }, book);
  const isLater = moved.dueAt > clock.dueAt;
  const promised = newDate?.to ?? clock.newDate;
  return {
    ...(moved.dueAt === clock.dueAt ? clock : moved),
    newDate: isLater && promised !== null && promised <= to ? null : promised,
    pauses: clock.pauses.map((pause) =>
      pause.to === null && wakeAt ? { ...pause, wakeAt: wakeAt.to } : pause,
    ),
  };
}
