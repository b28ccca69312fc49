import type { components } from '../../../api/schema.d.ts';

export type Words = components['schemas']['WordsView'];

export interface Day {
  date: string;
  kind: 'off' | 'work' | 'half';
  part?: 'morning' | 'afternoon';
  as?: number;
  reason: Words;
  document?: string;
  decidedOn?: string;
}

export interface Calendar {
  code: string;
  kind: 'working' | 'continuous';
  weeks: { validFrom: string; validTo?: string | null; hours: Record<string, unknown[]> }[];
  days: Day[];
  [more: string]: unknown;
}

const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The weekly hours that hold on a day: the latest that has begun and not ended. */
function weekOf({ weeks }: Calendar, date: string) {
  const begun = weeks.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo == null || date <= validTo),
  );
  return begun.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0] ?? weeks[0];
}

export type DayState = 'open' | 'rest' | Day['kind'];

/** What a day is: an ordinary working day or rest day, or one that was named. */
export function stateOf(
  calendar: Calendar,
  date: string,
  named: ReadonlyMap<string, Day>,
): DayState {
  const known = named.get(date);
  if (known) return known.kind;
  if (calendar.kind === 'continuous') return 'open';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const hours = weekOf(calendar, date)?.hours[`${weekday}`] ?? [];
  return hours.length > 0 ? 'open' : 'rest';
}

/** The weeks of a month, Monday first; null where a week belongs to another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month, 1);
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, at) => iso(first + at * DAY)),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => {
    const week = cells.slice(at * 7, at * 7 + 7);
    return [...week, ...Array.from({ length: 7 - week.length }, () => null)];
  });
}
