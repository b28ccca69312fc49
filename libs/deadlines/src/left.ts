import type { Instant } from '#lifecycle';
import { date, elapsed, isRunning, openPause, runsByWall, type Book, type Clock } from './clock.js';

/** How much is left of a promise, by the clock's own measure. */
export interface TimeLeft {
  /** Whole minutes; negative: so much too late. */
  minutes: number;
  /** Whether they are minutes of working time. */
  working: boolean;
}

const MINUTE = 60_000;

/** Null for a clock that has ended or stands still. Less than a minute too late is a minute too late. */
export function timeLeft(clock: Clock, now: Instant, book: Book): TimeLeft | null {
  if (!isRunning(clock) || openPause(clock)) return null;
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const ms = elapsed(clock, calendar, date(now), date(clock.dueAt));
  const late = date(now) > date(clock.dueAt);
  return {
    minutes: late ? Math.min(-1, Math.floor(ms / MINUTE)) : Math.floor(ms / MINUTE),
    working: !runsByWall(clock) && calendar.spec.kind !== 'continuous',
  };
}
