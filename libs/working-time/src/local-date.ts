import { CalendarSpecError } from './errors.js';

export const DAY = 86_400_000;
export const MINUTE = 60_000;

/** Days from 1970-01-01 to a local date 'YYYY-MM-DD'. Throws CalendarSpecError naming `field`. */
export function dayNumber(date: string, field: string): number {
  const wall = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // V8 reads 30 February as 2 March; only a date that comes back unchanged exists.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) {
    throw new CalendarSpecError(field, 'must be a date YYYY-MM-DD');
  }
  return wall / DAY;
}

/** ISO weekday, 1 (Monday) to 7, of a day counted from 1970-01-01 (a Thursday). */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
