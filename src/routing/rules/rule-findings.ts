import {
  checkRules,
  checkValues,
  exampleFaults,
  localDateIn,
  shapeFaults,
  warnRules,
  type RuleSet,
} from '#routing';
import type { CityData } from '../../catalog/city-data.js';
import type { Finding } from '../../catalog/publishing/draft-kinds.js';
import { tried } from './examples.js';
import { knownToExamples, knownValues } from './known-values.js';

/** More would keep the check busy for seconds; no city has come near. */
const MOST_RULES = 500;

const tooMany: Finding = {
  level: 'fault',
  field: 'rules',
  code: 'too-many',
  detail: {
    vi: `Nhiều hơn ${MOST_RULES} quy tắc.`,
    en: `There are more than ${MOST_RULES} rules.`,
  },
};

const found =
  (level: Finding['level']) =>
  (one: { rule: string | null; code: string; detail: Finding['detail'] }): Finding => ({
    level,
    field: one.rule ?? 'rules',
    code: one.code,
    detail: one.detail,
  });

/** Examples that would go elsewhere than they must. */
function failing(ruleSet: RuleSet, data: CityData, at: Date): Finding[] {
  return tried(ruleSet, data, at).flatMap(({ id, lead, got, passes }, place): Finding[] => {
    if (passes) return [];
    const named = (code: string | null, nobody: string) => code ?? nobody;
    const [vi, en] = ['bộ phận tiếp nhận', 'triage'].map((nobody) => [
      named(got, nobody),
      named(lead, nobody),
    ]);
    return [
      {
        level: 'fault',
        field: `examples.${place}`,
        code: 'example-fails',
        detail: {
          vi: `Tình huống mẫu “${id}” về ${vi?.[0]}, phải về ${vi?.[1]}.`,
          en: `The example “${id}” goes to ${en?.[0]} and must go to ${en?.[1]}.`,
        },
      },
    ];
  });
}

/** Everything that can be said of a rule set against the city at an instant; the definition may be any JSON. */
export function ruleFindings(definition: unknown, data: CityData, at: Date): Finding[] {
  const broken = shapeFaults(definition);
  if (broken.length > 0) return broken.map(found('fault'));
  const ruleSet = definition as RuleSet;
  if (ruleSet.rules.length > MOST_RULES) return [tooMany];
  const directory = { agencies: data.agencies, serviceAreas: data.service_areas };
  const categories = data.categories.map(({ code }) => code);
  const date = localDateIn(data.city.timeZone)(at.toISOString());
  const wards = data.areas
    .filter(({ parent, validTo }) => parent !== null && (validTo === null || validTo >= date))
    .map(({ code }) => code);
  const faults: Finding[] = [
    ...checkRules(ruleSet, directory, categories).map(found('fault')),
    ...checkValues(ruleSet.rules, knownValues(data)).map(found('fault')),
    ...exampleFaults(ruleSet.examples, knownToExamples(data)).map((one): Finding => ({
      level: 'fault',
      ...one,
    })),
  ];
  return [
    ...faults,
    ...(faults.length > 0 ? [] : failing(ruleSet, data, at)),
    ...warnRules(ruleSet, directory, { categories, wards, date }).map(found('warning')),
  ];
}
