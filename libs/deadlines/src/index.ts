export {
  clockKinds,
  dueOf,
  isRunning,
  momentOfStep,
  openPause,
  type Book,
  type Clock,
  type ClockKind,
  type Pause,
} from './clock.js';
export { diffClocks, patchClocks, type ClockPatch } from './patch.js';
export {
  termsOf,
  type CategoryLimits,
  type LadderStep,
  type LimitText,
  type Policy,
  type Terms,
} from './policy.js';
export { promiseWords, react } from './react.js';
export { dueStep, momentOf, nextMoment } from './steps.js';
