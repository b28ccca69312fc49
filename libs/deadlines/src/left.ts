import type { Instant } from '#lifecycle';
import { date, elapsed, isRunning, openPause, runsByWall, type Book, type Clock } from './clock.js';

/** What remains until a date, by the clock's own measure: in open time of its calendar, or by the wall clock. */
export interface TimeLeft {
  /** Whole minutes; below zero: so much too late. */
  minutes: number;
  /** Whether nights and days of rest are not counted. */
  working: boolean;
  /** How long a day is by this count, in minutes, for saying many hours as days. */
  dayMinutes: number;
  /** The filer is waited for: it stands still. */
  paused: boolean;
}

const MINUTE = 60_000;
const WHOLE_DAY = 24 * 60;

/** Until the deadline, or a later date that was told. Null once the clock has ended. */
export function timeLeft(
  clock: Clock,
  now: Instant,
  book: Book,
  until = clock.dueAt,
): TimeLeft | null {
  if (!isRunning(clock)) return null;
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const pause = openPause(clock);
  const from = pause && pause.from < now ? pause.from : now;
  const ms = elapsed(clock, calendar, date(from), date(until));
  const working = !runsByWall(clock) && calendar.spec.kind !== 'continuous';
  return {
    // Less than a minute too late is a minute too late.
    minutes:
      date(from) > date(until) ? Math.min(-1, Math.ceil(ms / MINUTE)) : Math.floor(ms / MINUTE),
    working,
    dayMinutes: working ? dayOf(clock, book) : WHOLE_DAY,
    paused: pause !== null,
  };
}

/** The open minutes of the fullest of the seven days from the beginning of the clock. */
function dayOf(clock: Clock, book: Book): number {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const from = date(clock.startedAt).getTime();
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const start = new Date(from + day * WHOLE_DAY * MINUTE);
    return calendar.openBetween(start, new Date(start.getTime() + WHOLE_DAY * MINUTE)) / MINUTE;
  });
  return Math.max(...days) || WHOLE_DAY;
}
