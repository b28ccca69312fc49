import {
  AreaIndex,
  compileRecogniser,
  compileRouter,
  shapesFromGeoJson,
  type Recogniser,
  type Router,
  type RuleSet,
} from '#routing';
import { fold, phraseKey } from '#vietnamese';
import type { Words } from '#lifecycle';
import type { CityData } from '../catalog/city-data.js';

/** One version of the rules, made ready against one state of the city. */
export interface Compiled {
  ruleSet: RuleSet;
  router: Router;
  recogniser: Recogniser;
  areas: AreaIndex;
  wardNames: { code: string; name: string }[];
}

/** A rule set as it is kept, under the number of its version. */
export const numbered = (definition: unknown, version: number): RuleSet => ({
  ...(definition as RuleSet),
  version,
});

export function routerOf(ruleSet: RuleSet, data: CityData): Router {
  const { agencies, service_areas: serviceAreas } = data;
  const directory = { agencies, serviceAreas, names: namesIn(data) };
  return compileRouter(ruleSet, directory, { timeZone: data.city.timeZone, fold });
}

const named = (rows: readonly { code: string; name: Words }[]) =>
  Object.fromEntries(rows.map(({ code, name }) => [code, name]));

/** What people call what is named in the reasons of a decision. */
const namesIn = ({ categories, areas, city }: CityData) => ({
  categories: named(categories),
  wards: named(areas),
  services: city.names?.services ?? {},
  types: city.names?.types ?? {},
});

/** @throws BrokenRuleSet and whatever else rules or city cannot be read for */
export function compile(ruleSet: RuleSet, data: CityData): Compiled {
  const { agencies, service_areas: serviceAreas, areas } = data;
  const wards = areas.filter(({ parent }) => parent !== null);
  const options = { timeZone: data.city.timeZone, fold };
  return {
    ruleSet,
    router: routerOf(ruleSet, data),
    recogniser: compileRecogniser(ruleSet.conflict, { agencies, wards, serviceAreas }, options),
    areas: new AreaIndex(shapesFromGeoJson(data.ward_shapes)),
    wardNames: wards
      .filter(({ validTo }) => validTo === null)
      .map(({ code, name }) => ({ code, name: phraseKey(name.vi) })),
  };
}
