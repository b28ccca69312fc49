export { Recogniser } from './recogniser.js';
export {
  procedures,
  type Certainty,
  type Choice,
  type DiversionRule,
  type DiversionRules,
  type Guidance,
  type Procedure,
  type Receiver,
  type Recognised,
  type TimeLimit,
} from './types.js';
export { judge, type Verdict } from './verdict.js';
