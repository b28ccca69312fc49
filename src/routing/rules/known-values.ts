import { kinds, urgencies } from '#lifecycle';
import type { KnownValues } from '#routing';
import type { CityData } from '../../catalog/city-data.js';
import { filerTypes } from '../../complaints/filer.entity.js';

const ANY = null;

/** What the conditions of rules may name in this city. */
export function knownValues({ areas, categories }: CityData): KnownValues {
  const answers: Record<string, readonly string[] | null> = {};
  for (const { key, type, choices = [] } of categories.flatMap(({ questions }) => questions)) {
    const before = Object.hasOwn(answers, key) ? answers[key] : [];
    const values = choices.map(({ value }) => value);
    answers[key] = type !== 'choice' || before === ANY ? ANY : [...(before ?? []), ...values];
  }
  const wards = areas.filter(({ parent }) => parent !== null).map(({ code }) => code);
  return { kinds, urgencies, filers: filerTypes, wards, answers };
}
