export {
  clockKinds,
  dueOf,
  isRunning,
  moveReasons,
  openPause,
  type Book,
  type Clock,
  type ClockHand,
  type ClockKind,
  type Move,
  type MoveReason,
  type Pause,
  type Span,
} from './clock.js';
export { agencyKinds } from './calendars.js';
export { extensionChoices, extensionTerms } from './extend.js';
export { timeLeft, type TimeLeft } from './left.js';
export { moveDue } from './move.js';
export { diffClocks, isSame, patchClocks, type ClockPatch } from './patch.js';
export {
  isLimit,
  asPolicy,
  policyFaults,
  type KnownToPolicy,
  type PolicyFault,
} from './check-policy.js';
export {
  caseOf,
  extensionOf,
  termsOf,
  urgingOf,
  termsUnder,
  type CategoryLimits,
  type Extension,
  type LadderStep,
  type LimitText,
  type Matter,
  type Policy,
  type StepMoment,
  type Urging,
  type PolicyCase,
  type Terms,
} from './policy.js';
export { ladderFault } from './check-ladder.js';
export { nextFiring, scheduleOf, type Firing } from './ladder.js';
export { react } from './react.js';
export { recomputed, withRecomputed, type Recomputed } from './recompute.js';
export { spansOf } from './spans.js';
export { answerBy, dueStep, momentOf, nextMoment } from './steps.js';
export { promiseWords } from './words.js';
export {
  attribution,
  heldSpans,
  standingOf,
  standings,
  type Held,
  type Standing,
} from './attribution.js';
