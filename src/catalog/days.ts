import { DateTime } from 'luxon';
import { fieldError } from '../platform/errors/domain-error.js';

const MAX_DAYS = 366;

/** Days of the city, `YYYY-MM-DD`, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

/**
 * The days that were asked for: 30 days up to today where nothing was said.
 * @throws request.invalid for days that are none, or more than a year of them
 */
export function daysOf(asked: Partial<Days>, now: Date, zone: string): Days {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const last = asked.to === undefined ? today : dayOf('to', asked.to, zone);
  const first =
    asked.from === undefined ? last.minus({ days: 30 }) : dayOf('from', asked.from, zone);
  const days = last.diff(first, 'days').days;
  if (days < 0 || days > MAX_DAYS)
    throw fieldError(
      'from',
      'range',
      `Từ ngày đến ngày, nhiều nhất ${MAX_DAYS} ngày.`,
      `From a day to a later one, at most ${MAX_DAYS} days.`,
    );
  return { from: first.toFormat('yyyy-MM-dd'), to: last.toFormat('yyyy-MM-dd') };
}

/** The instants of the days: from the first midnight up to, and without, the one after the last. */
export function instantsOf({ from, to }: Days, zone: string): { from: Date; until: Date } {
  const at = (day: string) => DateTime.fromISO(day, { zone });
  return { from: at(from).toJSDate(), until: at(to).plus({ days: 1 }).toJSDate() };
}

function dayOf(field: string, written: string, zone: string): DateTime {
  const day = DateTime.fromISO(written, { zone });
  if (!day.isValid) throw fieldError(field, 'matches', 'Không có ngày này.', 'No such day.');
  return day;
}
