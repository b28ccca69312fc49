import type { DeadlineStep, Digest } from '../commands.js';
import type { ComplaintState, Urger } from '../state.js';
import type { Instant } from '../words.js';
import type { DecidersOf, Outcome } from './decider.js';

function urged(
  { urgings, lead, center }: ComplaintState,
  how: { by: Urger; text: Digest; answerBy: Instant; clock?: string },
): Outcome {
  return ['urged', { number: urgings.length + 1, agency: lead ?? center, ...how }];
}

const withAgency = ({ status }: ComplaintState) =>
  status === 'assigned' || status === 'in_progress';

const untaken = ({ status, holder }: ComplaintState) =>
  (status === 'new' || status === 'assigned') && holder?.duty !== 'supervisor';

/** What a step does beside being on record, where the matter stands so that it can be done. */
export function deedsOf(
  s: ComplaintState,
  step: DeadlineStep,
  text: Digest | undefined,
  answerBy: Instant,
): Outcome[] {
  const { clock, action: because, do: deeds = [] } = step;
  // Of what a supporting agency owes, people are told: the whole is not urged, raised or taken up for one part.
  if (step.unit !== undefined && step.unit !== s.lead && step.unit !== s.center) return [];
  const made: Outcome[] = [];
  if (deeds.includes('urge') && text !== undefined && withAgency(s))
    made.push(urged(s, { by: 'system', text, answerBy, clock }));
  if (deeds.includes('raise_urgency') && s.urgency !== 'urgent')
    made.push(['urgency_raised', { was: s.urgency, urgency: 'urgent', clock, because }]);
  if (deeds.includes('hand_to_supervisor') && untaken(s))
    made.push(['handed_up', { unit: s.holder?.unit ?? s.center, clock, because }]);
  return made;
}

/** Urging (đôn đốc) the agency that leads, and its answer. */
export const ladderDeciders: DecidersOf<'urge' | 'answer_urging'> = {
  urge: (s, { text }, { actor, answerBy }) => {
    const leads = actor.kind === 'staff' && actor.role === 'leader';
    return [urged(s, { by: leads ? 'leader' : 'supervisor', text, answerBy })];
  },

  answer_urging: (s, { number, text }, _, refuse) => {
    const asked = s.urgings.find((one) => one.number === number) ?? refuse('urging.unknown');
    if (!asked.open) refuse('urging.settled');
    return [['urging_answered', { number, agency: s.lead ?? s.center, to: asked.by, text }]];
  },
};
