import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { RuleSet } from '#routing';
import type { CityCard } from '../src/catalog/city-data.js';

const load = <T>(file: string) =>
  JSON.parse(readFileSync(new URL(`../data/hanoi/${file}`, import.meta.url), 'utf8')) as T;

it('names each service and kind of agency that a rule sends to', () => {
  const { names } = load<CityCard>('city.json');
  const { rules } = load<RuleSet>('routing.json');
  for (const target of rules.flatMap(({ lead, supporting = [] }) => [lead, ...supporting])) {
    if ('service' in target) expect(names?.services).toHaveProperty(target.service);
    if ('type' in target) expect(names?.types).toHaveProperty(target.type);
  }
});
