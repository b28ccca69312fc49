import type { Instant } from '#lifecycle';
import { date, elapsed, openPause, runsByWall, type Book, type Clock } from './clock.js';

/** How much time a running clock has. */
export interface TimeLeft {
  /** By the clock's own measure; below zero: how late it is. */
  ms: number;
  /** It runs in working hours alone. */
  working: boolean;
  /** The filer is waited for: it stands still. */
  paused: boolean;
}

export function timeLeft(clock: Clock, book: Book, now: Instant): TimeLeft {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const pause = openPause(clock);
  const from = pause && pause.from < now ? pause.from : now;
  return {
    ms: elapsed(clock, calendar, date(from), date(clock.dueAt)),
    working: !runsByWall(clock) && calendar.spec.kind !== 'continuous',
    paused: pause !== null,
  };
}
