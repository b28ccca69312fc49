import { isContested } from '../state.js';
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

  assign: (s, { lead, supporting, task, grounds }, { actor, barred }, refuse) => {
    const contested = s.holder?.duty === 'supervisor' && isContested(s);
    const binding = contested || s.binding;
    if (binding && !isSupervisor(actor)) refuse('assignment.needs_supervisor');
    if ([lead, ...supporting].some((code) => barred.includes(code))) refuse('assignment.conflict');
    if (lead === s.lead) refuse('assignment.same_agency');
    const others = [...new Set(supporting)].filter((code) => code !== lead);
    return [['assigned', { lead, supporting: others, task, binding, grounds, was: s.lead }]];
  },

  reject: (s, { reason, text }, { actor }, refuse) => {
    if (s.holder?.duty === 'supervisor' && !isSupervisor(actor))
      refuse('assignment.needs_supervisor');
    return [['rejected', { reason, text }]];
  },

  ask: (_, { text }) => [['question_asked', { text }]],

  publish: () => [['published', {}]],

  send_back: (s, { text }) => [['sent_back', { agency: s.lead ?? s.center, text }]],

  close: (_, { reason }) => [['closed', { reason }]],
};
