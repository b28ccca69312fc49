import type { DecidersOf } from './decider.js';

/** What happens to the matters of an agency that has ended. */
export const successionDeciders: DecidersOf<'succeed'> = {
  succeed: (s, { from, to, document }, { barred }, refuse) => {
    if (![s.lead, ...s.supporting].includes(from)) refuse('agency.not_involved');
    if (to !== null && to !== from && !barred.includes(to))
      return [['succeeded', { from, to, document }]];
    // Nobody may carry it on: the center decides anew, once the matter is back with the agency.
    const atWork = s.status === 'assigned' || s.status === 'in_progress';
    if (s.lead !== from || !atWork) return refuse('move.not_allowed');
    return [['recalled', { agency: from, because: 'ended', document }]];
  },
};
