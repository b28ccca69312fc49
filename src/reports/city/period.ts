import { DateTime } from 'luxon';
import { daysOf, type Days } from '../days.js';
import type { PeriodWord, ReportPeriod } from './reports.dto.js';

const LONGEST_DAYS = 365;
const USUAL_DAYS = 29;

/** Days of the city and the instants that bound them; `before` is the first that is not meant any more. */
export interface Span {
  from: string;
  to: string;
  start: Date;
  before: Date;
}

export interface Compared {
  period: Span;
  with: Span;
}

const begins: Record<PeriodWord, (today: DateTime) => DateTime> = {
  today: (today) => today,
  '7_days': (today) => today.minus({ days: 6 }),
  '30_days': (today) => today.minus({ days: 29 }),
  month: (today) => today.startOf('month'),
  quarter: (today) => today.startOf('quarter'),
  year: (today) => today.startOf('year'),
};

/**
 * The period asked for, thirty days up to today when nothing is said, and what it is held against: a day against the
 * same day of the week before, more days against as many right before them. What is not over yet is held against as
 * much of the other.
 */
export function comparedPeriods(
  { period, ...given }: ReportPeriod,
  now: Date,
  zone: string,
): Compared {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const asked =
    period && given.from === undefined
      ? { from: begins[period](today).toFormat('yyyy-MM-dd') }
      : given;
  const days = daysOf(asked, { now, zone, usual: USUAL_DAYS, most: LONGEST_DAYS });
  const at = (day: string) => DateTime.fromISO(day, { zone });
  const length = at(days.to).diff(at(days.from), 'days').days + 1;
  const shift = { days: length === 1 ? 7 : length };
  const back = (day: string) => at(day).minus(shift);
  const begin = back(days.from);
  const end = back(days.to).plus({ days: 1 });
  const partial = DateTime.fromJSDate(now, { zone }).minus(shift);
  return {
    period: spanOf(days),
    with: {
      from: begin.toFormat('yyyy-MM-dd'),
      to: back(days.to).toFormat('yyyy-MM-dd'),
      start: begin.toJSDate(),
      before: (days.end > now && partial > begin && partial < end ? partial : end).toJSDate(),
    },
  };
}

const spanOf = ({ from, to, start, end }: Days): Span => ({ from, to, start, before: end });

/** Every day of a period, in order. */
export function daysWithin({ from, to }: Span): string[] {
  const last = DateTime.fromISO(to);
  const days: string[] = [];
  for (let day = DateTime.fromISO(from); day <= last; day = day.plus({ days: 1 }))
    days.push(day.toFormat('yyyy-MM-dd'));
  return days;
}
