export {
  homeOf,
  incidentStatuses,
  nextOf,
  type IncidentFacts,
  type IncidentStatus,
  type Main,
  type Member,
  type Next,
} from './next.js';
export { countReporters, type Contact } from './reporters.js';
export { nextStep, steps, type Step, type StepType } from './steps.js';
export { isLikely, metersBetween, type Point, type Reach, type Sighting } from './likely.js';
export { burstsIn, isStorm, usualIn, type Burst, type Seen, type StormRules } from './storm.js';
