import { groundsOfOthers } from '../commands.js';
import { hasReturned, MOST_RETURNS } from '../state.js';
import { unitOf, type DecidersOf } from './decider.js';

/** What the agency that leads does. */
export const agencyDeciders: DecidersOf<'accept' | 'hand_over' | 'return' | 'answer'> = {
  accept: (s, { officer }, { actor }, refuse) => {
    if ((officer === null) !== (actor.kind === 'partner')) refuse('actor.not_allowed');
    return [['accepted', { officer, agency: s.lead ?? unitOf(s) }]];
  },

  hand_over: (s, { officer, text }, _, refuse) => {
    if (s.waitingFrom !== null && s.waitingFrom !== 'in_progress') refuse('move.not_allowed');
    if (officer === s.officer) refuse('hand_over.same_officer');
    return [['handed_over', { from: s.officer, to: officer, agency: s.lead ?? s.center, text }]];
  },

  return: (s, { ground, proposed, text }, { now, returnUntil, barred }, refuse) => {
    const agency = s.lead ?? unitOf(s);
    if (s.binding || s.returns >= MOST_RETURNS) refuse('return.binding');
    // Whoever has answered took it for theirs: after a send-back or a dispute the supervisor can move it.
    if (s.answeredBy === agency) refuse('return.after_answer');
    if (returnUntil !== null && now > returnUntil) refuse('return.after_acceptance_limit');
    if (proposed === null && groundsOfOthers.includes(ground)) refuse('return.needs_proposed');
    const unfit = [agency, s.center, ...barred];
    if (proposed !== null && (unfit.includes(proposed) || hasReturned(s, proposed)))
      refuse('return.proposed_unfit');
    return [['returned', { agency, ground, proposed, text, times: s.returns + 1 }]];
  },

  answer: (s, { text, evidence }, { partsInTime }, refuse) => {
    if (partsInTime.length > 0) refuse('answer.parts_open');
    return [['answered', { agency: unitOf(s), officer: s.officer, text, evidence }]];
  },
};
