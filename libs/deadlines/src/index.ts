export {
  clockKinds,
  dueOf,
  isRunning,
  openPause,
  type Book,
  type Clock,
  type ClockKind,
  type Pause,
} from './clock.js';
export { diffClocks, patchClocks, type ClockPatch } from './patch.js';
export {
  termsOf,
  urgingOf,
  type CategoryLimits,
  type LadderStep,
  type LimitText,
  type Policy,
  type StepMoment,
  type Urging,
  type Terms,
} from './policy.js';
export { ladderFault } from './check-ladder.js';
export { nextFiring, scheduleOf, type Firing } from './ladder.js';
export { promiseWords, react } from './react.js';
export { dueStep, momentOf, nextMoment } from './steps.js';
