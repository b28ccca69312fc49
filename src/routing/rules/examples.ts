import { runExamples, type ExampleResult, type RuleSet } from '#routing';
import type { CityData } from '../../catalog/city-data.js';
import { routerOf } from '../compile.js';

const unclassified = { kind: 'report', urgency: 'normal' };

/** Where the examples of a rule set go in a city at an instant; the set must be sound. */
export function tried(ruleSet: RuleSet, data: CityData, at: Date): ExampleResult[] {
  const known = new Map(data.categories.map((one) => [one.code, one]));
  return runExamples(
    routerOf(ruleSet, data),
    ruleSet.examples ?? [],
    at.toISOString(),
    (code) => known.get(code ?? '') ?? unclassified,
  );
}
