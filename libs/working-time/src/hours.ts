import { DAY } from './local-date.js';

/** Open time in epoch milliseconds: what the two kinds of calendar answer differently. */
export interface Hours {
  isOpen(at: number): boolean;
  nextOpen(at: number): number;
  addOpen(from: number, ms: number): number;
  openBetween(from: number, to: number): number;
  /** End of the n-th working day after the day of `from`; for 0, of the first one not before it. */
  afterWorkingDays(from: number, n: number): number;
  /** End of the first working day not before the n-th calendar day after the day of `from`. */
  afterCalendarDays(from: number, n: number): number;
  /** End of the n-th working day before the day of `to`. */
  beforeWorkingDays(to: number, n: number): number;
  /** End of the last working day not after the n-th calendar day before the day of `to`. */
  beforeCalendarDays(to: number, n: number): number;
}

/** 24x7: open time is wall time, a day is 24 hours, and no range ends it. */
export const continuous: Hours = {
  isOpen: () => true,
  nextOpen: (at) => at,
  addOpen: (from, ms) => from + ms,
  openBetween: (from, to) => to - from,
  afterWorkingDays: (from, n) => from + n * DAY,
  afterCalendarDays: (from, n) => from + n * DAY,
  beforeWorkingDays: (to, n) => to - n * DAY,
  beforeCalendarDays: (to, n) => to - n * DAY,
};
