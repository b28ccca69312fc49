import { isSupervisor, type DecidersOf } from './decider.js';

/** What the city is not competent for goes to who is, by a document. */
export const forwardDeciders: DecidersOf<'forward'> = {
  forward: (s, { body, document, date, text }, { actor }, refuse) => {
    if (s.holder?.duty === 'supervisor' && !isSupervisor(actor))
      refuse('assignment.needs_supervisor');
    return [['forwarded', { body, document, date, text }]];
  },
};
