export * from './commands.js';
export { decide, file, type Context } from './decide.js';
export * from './events.js';
export { evolve, fold } from './evolve.js';
export { commandsFor, isOpen, life, moveOf, openStatuses } from './life.js';
export type { CommandType, Party } from './life.js';
export { Refusal, refusalCodes, type RefusalCode } from './refusal.js';
export { holderOf, type ComplaintState } from './state.js';
export * from './words.js';
