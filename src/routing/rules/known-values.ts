import { kinds, urgencies } from '#lifecycle';
import type { KnownValues } from '#routing';
import type { CityData } from '../../catalog/city-data.js';
import { wardsOf } from '../../catalog/known.js';
import { filerTypes } from '../../complaints/filer.entity.js';

/** What examples may name in this city. */
export const knownToExamples = (data: CityData) => ({
  agencies: data.agencies.map(({ code }) => code),
  categories: data.categories.map(({ code }) => code),
  wards: wardsOf(data),
});

/** What the service areas may name in this city. */
export const knownToServiceAreas = (data: CityData) => ({
  agencies: new Set(data.agencies.map(({ code }) => code)),
  wards: new Set(wardsOf(data)),
});

const ANY = null;

/** What the conditions of rules may name in this city. */
export function knownValues({ areas, categories }: CityData): KnownValues {
  const answers: Record<string, readonly string[] | null> = {};
  for (const { key, type, choices = [] } of categories.flatMap(({ questions }) => questions)) {
    const before = Object.hasOwn(answers, key) ? answers[key] : [];
    const values = choices.map(({ value }) => value);
    answers[key] = type !== 'choice' || before === ANY ? ANY : [...(before ?? []), ...values];
  }
  return { kinds, urgencies, filers: filerTypes, wards: wardsOf({ areas }), answers };
}
