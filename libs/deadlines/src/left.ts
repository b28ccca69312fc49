import type { Instant } from '#lifecycle';
import { parseLimit } from '#working-time';
import { date, isRunning, openPause, type Book, type Clock } from './clock.js';

/** What remains until a date, as a promise counts it: in open time of its calendar, or by the wall clock. */
export interface Left {
  /** Whole minutes; below zero once the date has passed. */
  minutes: number;
  /** Whether nights and days of rest are not counted. */
  working: boolean;
  /** How long a working day is at most, in minutes, for saying many hours as days. */
  dayMinutes: number;
}

const MINUTE = 60_000;
const WHOLE_DAY = 24 * 60;

/** Null while nothing runs: what has ended, and what waits for the filer. */
export function leftOf(clock: Clock, until: Instant, now: Instant, book: Book): Left | null {
  if (!isRunning(clock) || openPause(clock)) return null;
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const { unit } = parseLimit(clock.limit);
  const working = unit !== 'm' && unit !== 'h' && calendar.spec.kind !== 'continuous';
  const ms = working
    ? calendar.openBetween(date(now), date(until))
    : date(until).getTime() - date(now).getTime();
  const minutes = Math.sign(ms) * Math.floor(Math.abs(ms) / MINUTE);
  return {
    minutes: minutes === 0 ? 0 : minutes,
    working,
    dayMinutes: working ? dayOf(clock, book) : WHOLE_DAY,
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
