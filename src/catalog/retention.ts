import { privacyClasses } from '#privacy';
import { DateTime, type DurationLikeObject } from 'luxon';
import type { Category, CityCard } from './city-data.js';

const units = { d: 'days', mo: 'months', y: 'years' } as const satisfies Record<
  string,
  keyof DurationLikeObject
>;

const written = /^(?<amount>\d{1,4})(?<unit>d|mo|y)$/;

function read(retention: unknown): DurationLikeObject | null {
  const { amount, unit } = written.exec(String(retention))?.groups ?? {};
  return amount && unit ? { [units[unit as keyof typeof units]]: Number(amount) } : null;
}

export const isRetention = (value: unknown): boolean => read(value) !== null;

/** What ended at this instant or before has been kept for all its time at `now`, by the calendar of the zone. */
export function endOfKept(retention: string, now: Date, timeZone: string): Date {
  const duration = read(retention);
  if (!duration) throw new Error(`not a retention: ${retention}`);
  return DateTime.fromJSDate(now, { zone: timeZone }).minus(duration).toJSDate();
}

/** The first retention that is missing or cannot be read; null when there is none. */
export function retentionFault(
  { retention }: Pick<CityCard, 'retention'>,
  categories: readonly Pick<Category, 'code' | 'retention'>[],
): { kind: 'city' | 'categories'; why: string } | null {
  const given = retention ?? {};
  const wrong = privacyClasses.find((name) => !read(given[name]));
  if (wrong) return { kind: 'city', why: `retention.${wrong}` };
  const stray = Object.keys(given).find((name) => !privacyClasses.some((known) => known === name));
  if (stray) return { kind: 'city', why: `retention.${stray}` };
  const odd = categories.find(({ retention: own }) => own !== undefined && !read(own));
  return odd ? { kind: 'categories', why: `${odd.code} retention` } : null;
}
