export { AreaIndex } from './areas.js';
export { type RuleProblem, checkRules } from './check-rules.js';
export { type AgencyFault, agencyFaults } from './check-agencies.js';
export { type ServiceAreaFault, serviceAreaFaults } from './check-service-areas.js';
export { successionOn } from './succession.js';
export { type KnownValues, type UnknownValue, checkValues } from './check-values.js';
export { shapeFaults } from './check-shape.js';
export { coversCategory } from './category-pattern.js';
export { Directory, type Standing } from './directory.js';
export { type ExampleFault, type ExampleResult, exampleFaults, runExamples } from './examples.js';
export { BrokenRuleSet, DuplicateAgency, InvalidInstant, InvalidShape } from './errors.js';
export { Hierarchy } from './hierarchy.js';
export {
  type NamedAgency,
  type Recognised,
  type Recogniser,
  type Told,
  compileRecogniser,
} from './recognise.js';
export { isDate } from './readable.js';
export { type LocalMoment, holdsOn, localDateIn, localMomentIn } from './local-date.js';
export { type RuleWarning, type WarningScope, warnRules } from './warn-rules.js';
export { type Router, type RouterOptions, WITHOUT_PLACE, compileRouter } from './router.js';
export { type WardShape, shapesFromGeoJson } from './shapes.js';
export type {
  Agency,
  ConflictRule,
  DecisionFacts,
  DirectoryData,
  RoutingDecision,
  RoutingFacts,
  RoutingRule,
  RuleExample,
  RuleSet,
  Ring,
  ServiceArea,
  Target,
  TimeCondition,
  WardWords,
  When,
  Words,
} from './types.js';
