import type { KnownToPolicy } from '#deadlines';
import { kinds } from '#lifecycle';
import type { CityData } from './city-data.js';

export const wardsOf = ({ areas }: Pick<CityData, 'areas'>): string[] =>
  areas.filter(({ parent }) => parent !== null).map(({ code }) => code);

/** What a policy may name in a city. */
export const knownToPolicy = (data: CityData): KnownToPolicy => ({
  kinds,
  categories: data.categories.map(({ code }) => code),
  wards: wardsOf(data),
  calendars: data.calendars.map(({ code }) => code),
});
