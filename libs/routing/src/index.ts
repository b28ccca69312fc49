export { AreaIndex } from './areas.js';
export { type RuleProblem, checkRules } from './check-rules.js';
export { DuplicateAgency, InvalidInstant, InvalidShape } from './errors.js';
export { Hierarchy } from './hierarchy.js';
export { holdsOn, localDateIn } from './local-date.js';
export {
  type NamedAgency,
  type Recognised,
  type Recogniser,
  type Told,
  compileRecogniser,
} from './recognise.js';
export { type Router, type RouterOptions, WITHOUT_PLACE, compileRouter } from './router.js';
export { type WardShape, shapesFromGeoJson } from './shapes.js';
export type {
  Agency,
  ConflictRule,
  DirectoryData,
  RoutingDecision,
  RoutingFacts,
  RoutingRule,
  RuleSet,
  ServiceArea,
  Target,
  WardWords,
  Words,
} from './types.js';
