export * from './commands.js';
export { decide, file } from './decide.js';
export type { Context, ExtensionTerms } from './deciders/decider.js';
export * from './events.js';
export { evolve, fold } from './evolve.js';
export { commandsFor, isOpen, life, moveOf, openStatuses } from './life.js';
export type { CommandType, Party } from './life.js';
export { isOpenPart, partStatuses, type Part, type PartStatus } from './parts.js';
export { placeOf, type Place } from './place.js';
export { Refusal, refusalCodes, type RefusalCode } from './refusal.js';
export {
  hasReturned,
  holderOf,
  isContested,
  MOST_RETURNS,
  proposalOf,
  type AskedExtension,
  type ComplaintState,
  type Returned,
  type Urger,
  type UrgingState,
} from './state.js';
export * from './words.js';
