import { unitOf, type DecidersOf } from './decider.js';

/** What the agency that leads does. */
export const agencyDeciders: DecidersOf<'accept' | 'hand_over' | 'return' | 'answer'> = {
  accept: (s, { officer }, { actor }, refuse) => {
    if ((officer === null) !== (actor.kind === 'partner')) refuse('actor.not_allowed');
    return [['accepted', { officer, agency: unitOf(s) }]];
  },

  hand_over: (s, { officer, text }, _, refuse) => {
    if (s.waitingFrom !== null && s.waitingFrom !== 'in_progress') refuse('move.not_allowed');
    if (officer === s.officer) refuse('hand_over.same_officer');
    return [['handed_over', { from: s.officer, to: officer, agency: s.lead ?? s.center, text }]];
  },

  return: (s, { ground, proposed, text }, { now, returnUntil }, refuse) => {
    if (s.binding) refuse('return.binding');
    if (returnUntil !== null && now > returnUntil) refuse('return.after_acceptance_limit');
    const times = s.returns + 1;
    return [['returned', { agency: unitOf(s), ground, proposed, text, times }]];
  },

  answer: (s, { text, evidence }) => [
    ['answered', { agency: unitOf(s), officer: s.officer, text, evidence }],
  ],
};
