import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DateTime } from 'luxon';
import { fieldError } from '../platform/errors/domain-error.js';
import { Optional } from '../platform/http/fields.js';

/** A day of the city's calendar. */
export const DayField = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ format: 'date', example: '2026-03-10', description }),
    Optional(),
    Matches(/^\d{4}-\d\d-\d\d$/),
  );

export interface Days {
  from: string;
  to: string;
  /** The first instant of `from`, and that of the day after `to`. */
  start: Date;
  end: Date;
}

interface Bounds {
  now: Date;
  zone: string;
  /** How many days there are when `from` is absent, and at most. */
  usual: number;
  most: number;
}

/** @throws request.invalid for days that are none, or too many of them */
export function daysOf(
  { from, to }: { from?: string; to?: string },
  { now, zone, usual, most }: Bounds,
): Days {
  const read = (field: string, written: string) => {
    const day = DateTime.fromISO(written, { zone });
    if (!day.isValid) throw fieldError(field, 'matches', 'Không có ngày này.', 'No such day.');
    return day;
  };
  const last =
    to === undefined ? DateTime.fromJSDate(now, { zone }).startOf('day') : read('to', to);
  const first = from === undefined ? last.minus({ days: usual }) : read('from', from);
  const days = last.diff(first, 'days').days;
  if (days < 0 || days > most)
    throw fieldError(
      'from',
      'range',
      `Từ ngày đến ngày, nhiều nhất ${most} ngày.`,
      `From a day to a later one, at most ${most} days.`,
    );
  return {
    from: first.toFormat('yyyy-MM-dd'),
    to: last.toFormat('yyyy-MM-dd'),
    start: first.toJSDate(),
    end: last.plus({ days: 1 }).toJSDate(),
  };
}
