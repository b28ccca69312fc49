import { unitOf, type DecidersOf } from './decider.js';

/** Where the filer's silence ends a complaint: a step that comes too late must not close another. */
const silentIn = { close: 'resolved', pauseOver: 'waiting_filer' } as const;

const stepEvents = { warn: 'warned', breach: 'breached', escalate: 'escalated' } as const;

/** What is put on record by several, and what clocks do. */
export const recordDeciders: DecidersOf<'note' | 'reveal' | 'anonymise' | 'step'> = {
  note: (_, { text, files }) => [['noted', files ? { text, files } : { text }]],

  reveal: (_, { reason }, { identity }, refuse) => {
    if (identity === 'never') refuse('identity.hidden');
    if (identity === 'seen') refuse('identity.seen_already');
    return [['identity_revealed', { reason }]];
  },

  anonymise: (_, { ground, text }, { actor }, refuse) => {
    if (ground === 'retention' && actor.kind !== 'system') refuse('actor.not_allowed');
    return [['anonymised', { ground, text }]];
  },

  step: (s, { step }, _, refuse) => {
    if (step.action === 'close' || step.action === 'pauseOver') {
      if (s.status !== silentIn[step.action]) refuse('move.not_allowed');
      return [['closed', { reason: 'filer_silent' }]];
    }
    const type = stepEvents[step.action];
    return [[type, { ...step, unit: step.unit ?? unitOf(s) }]];
  },
};
