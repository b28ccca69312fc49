import { hasReturned, isContested } from '../state.js';
import { isSupervisor, type DecidersOf, type Outcome } from './decider.js';

/** What the center's desks do. */
export const centerDeciders: DecidersOf<
  'classify' | 'assign' | 'reject' | 'ask' | 'publish' | 'send_back' | 'close'
> = {
  classify: (s, { category, kind, urgency, about = s.about, text }, { barred }) => {
    const was = { category: s.category, kind: s.kind, urgency: s.urgency, about: s.about };
    const aboutCenter = barred.includes(s.center);
    const classified: Outcome = [
      'classified',
      { category, kind, urgency, about, aboutCenter, was, ...(text !== undefined && { text }) },
    ];
    const conflict = [s.lead ?? '', ...s.supporting].some((code) => barred.includes(code));
    return conflict ? [classified, ['recalled', { agency: s.lead ?? s.center }]] : [classified];
  },

  assign: (s, { lead, supporting, task, grounds, text = null }, { actor, barred }, refuse) => {
    const contested = s.holder?.duty === 'supervisor' && isContested(s);
    if ((contested || s.binding) && !isSupervisor(actor)) refuse('assignment.needs_supervisor');
    if (hasReturned(s, lead) && !isSupervisor(actor)) refuse('assignment.returned_before');
    // Given back to whoever returned it, a matter would bounce once more if that did not bind.
    const binding = contested || s.binding || hasReturned(s, lead);
    if ([lead, ...supporting].some((code) => barred.includes(code))) refuse('assignment.conflict');
    if (lead === s.lead) refuse('assignment.same_agency');
    if (binding && text === null) refuse('assignment.needs_ground');
    const others = [...new Set(supporting)].filter((code) => code !== lead);
    const decided = { lead, supporting: others, task, binding, grounds, was: s.lead };
    return [['assigned', text === null ? decided : { ...decided, text }]];
  },

  reject: (s, { reason, text }, { actor }, refuse) => {
    if ((isContested(s) || s.handedUp) && !isSupervisor(actor))
      refuse('assignment.needs_supervisor');
    return [['rejected', { reason, text }]];
  },

  ask: (s, { text }, _, refuse) => {
    // Its filer follows the other one, and could not reply here.
    if (s.splitFrom !== null) refuse('ask.of_linked');
    return [['question_asked', { text }]];
  },

  publish: () => [['published', {}]],

  send_back: (s, { text }) => [['sent_back', { agency: s.lead ?? s.center, text }]],

  close: (_, { reason }) => [['closed', { reason }]],
};
