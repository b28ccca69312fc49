import { CalendarSpecError } from './errors.js';
import { dayNumber, isoWeekday } from './local-date.js';
import type { CalendarSpec } from './spec.js';
import { type MinuteWindow, minuteWindows } from './windows.js';
import { isTimeZone } from './zone.js';

/** The windows of a day counted from 1970-01-01; none when it rests. */
export type Plan = (day: number) => readonly MinuteWindow[];

interface Week {
  since: number;
  /** Its last day; without one it holds until another begins. */
  until: number;
  /** By ISO weekday; index 0 is unused. */
  hours: readonly (readonly MinuteWindow[])[];
}

type NamedDay = CalendarSpec['days'][number];

const REST: readonly MinuteWindow[] = [];

/** Reads a spec into the hours of any day. Throws CalendarSpecError naming the first bad field. */
export function planOf(spec: CalendarSpec): Plan {
  checkHead(spec);
  const weeks = weeksOf(spec);
  const weekly = (day: number, weekday: number) =>
    (weeks.findLast(({ since, until }) => since <= day && day <= until) ?? weeks[0])?.hours[
      weekday
    ] ?? REST;
  const named = new Map<number, readonly MinuteWindow[]>();
  list(spec.days, 'days').forEach((entry, i) => {
    const day = dayNumber(entry.date, `days[${i}].date`);
    if (named.has(day)) throw new CalendarSpecError(`days[${i}].date`, 'is named twice');
    named.set(
      day,
      namedHours(entry, `days[${i}]`, isoWeekday(day), (weekday) => weekly(day, weekday)),
    );
  });
  return (day) => named.get(day) ?? weekly(day, isoWeekday(day));
}

function checkHead(spec: CalendarSpec): void {
  if (typeof spec.code !== 'string' || spec.code === '') {
    throw new CalendarSpecError('code', 'must be a name');
  }
  if (!Number.isSafeInteger(spec.version)) {
    throw new CalendarSpecError('version', 'must be a whole number');
  }
  if (spec.kind !== 'working' && spec.kind !== 'continuous') {
    throw new CalendarSpecError('kind', 'must be working or continuous');
  }
  if (!isTimeZone(spec.timeZone)) {
    throw new CalendarSpecError('timeZone', 'must be an IANA time zone');
  }
}

function weeksOf(spec: CalendarSpec): Week[] {
  const weeks = list(spec.weeks, 'weeks').map((week, i) => ({
    since: dayNumber(week.validFrom, `weeks[${i}].validFrom`),
    until: lastDay(week.validTo, `weeks[${i}].validTo`),
    hours: weekHours(week.hours, `weeks[${i}].hours`),
  }));
  if (weeks.length === 0 && spec.kind === 'working') {
    throw new CalendarSpecError('weeks', 'must not be empty');
  }
  weeks.forEach(({ since, until }, i) => {
    if (until < since) {
      throw new CalendarSpecError(`weeks[${i}].validTo`, 'must not be before validFrom');
    }
    if (weeks.findIndex((week) => week.since === since) < i) {
      throw new CalendarSpecError(`weeks[${i}].validFrom`, 'is named twice');
    }
  });
  const sorted = weeks.toSorted((a, b) => a.since - b.since);
  // It covers everything before it, and whatever no later one covers.
  if (sorted[0] && sorted[0].until !== Infinity) {
    throw new CalendarSpecError('weeks', 'must begin with one that has no end');
  }
  return sorted;
}

const lastDay = (date: string | null | undefined, field: string) =>
  date === undefined || date === null ? Infinity : dayNumber(date, field);

function weekHours(hours: CalendarSpec['weeks'][number]['hours'], field: string) {
  if (typeof hours !== 'object' || hours === null) {
    throw new CalendarSpecError(field, 'must name hours by weekday');
  }
  const week: MinuteWindow[][] = [];
  for (const [weekday, windows] of Object.entries(hours)) {
    if (!/^[1-7]$/.test(weekday)) {
      throw new CalendarSpecError(`${field}.${weekday}`, 'must be a weekday from 1 to 7');
    }
    week[Number(weekday)] = minuteWindows(windows, `${field}.${weekday}`);
  }
  return week;
}

function namedHours(
  entry: NamedDay,
  field: string,
  ownWeekday: number,
  weekly: (weekday: number) => readonly MinuteWindow[],
): readonly MinuteWindow[] {
  const { kind, windows, as, reason, part } = entry;
  if (typeof reason?.vi !== 'string' || typeof reason.en !== 'string') {
    throw new CalendarSpecError(`${field}.reason`, 'must be given in vi and en');
  }
  if (kind !== 'off' && kind !== 'work' && kind !== 'half') {
    throw new CalendarSpecError(`${field}.kind`, 'must be off, work or half');
  }
  if (kind !== 'work' && windows) {
    throw new CalendarSpecError(`${field}.windows`, `must not be given for a day that is ${kind}`);
  }
  if (kind === 'off') return REST;
  const weekday = as ?? (kind === 'half' ? ownWeekday : 1);
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
    throw new CalendarSpecError(`${field}.as`, 'must be a weekday from 1 to 7');
  }
  const whole = windows ? minuteWindows(windows, `${field}.windows`) : weekly(weekday);
  const open = kind === 'half' ? halfOf(whole, part, `${field}.part`) : whole;
  if (open.length === 0) {
    throw new CalendarSpecError(`${field}.${windows ? 'windows' : 'as'}`, 'must be open hours');
  }
  return open;
}

const NOON = 12 * 60;

function halfOf(
  windows: readonly MinuteWindow[],
  part: NamedDay['part'],
  field: string,
): readonly MinuteWindow[] {
  if (part !== 'morning' && part !== 'afternoon') {
    throw new CalendarSpecError(field, 'must be morning or afternoon');
  }
  const cut = windows.map(({ from, to }) =>
    part === 'morning' ? { from, to: Math.min(to, NOON) } : { from: Math.max(from, NOON), to },
  );
  return cut.filter(({ from, to }) => from < to);
}

function list<T extends object>(value: readonly T[], field: string): readonly T[] {
  if (!Array.isArray(value)) throw new CalendarSpecError(field, 'must be a list');
  value.forEach((item: unknown, i) => {
    if (typeof item !== 'object' || item === null) {
      throw new CalendarSpecError(`${field}[${i}]`, 'must be an object');
    }
  });
  return value;
}
