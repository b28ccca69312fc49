export { AreaIndex } from './areas.js';
export { type RuleProblem, checkRules } from './check-rules.js';
export { DuplicateAgency, InvalidInstant, InvalidShape } from './errors.js';
export { type Router, type RouterOptions, WITHOUT_PLACE, compileRouter } from './router.js';
export { type WardShape, shapesFromGeoJson } from './shapes.js';
export type {
  Agency,
  DirectoryData,
  RoutingDecision,
  RoutingFacts,
  RoutingRule,
  RuleSet,
  ServiceArea,
  Target,
  Words,
} from './types.js';
