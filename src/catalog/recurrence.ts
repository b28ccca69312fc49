import type { Category, CityCard } from './city-data.js';

/**
 * Within how many days after an answer the same thing at the same place is a repeat of it; null where nothing is: what
 * has no place of its own cannot come back to it.
 */
export function recurrenceDays(
  { group, duplicate }: Pick<Category, 'group' | 'duplicate'>,
  { recurrence }: Pick<CityCard, 'recurrence'>,
): number | null {
  if (duplicate.radiusMeters === 0) return null;
  return duplicate.recurrence?.days ?? recurrence.days[group.code] ?? null;
}
