import { isOpenPart, numberFor, type Part } from '../parts.js';
import type { ComplaintState } from '../state.js';
import type { RefusalCode } from '../refusal.js';
import type { Actor } from '../words.js';
import type { DecidersOf } from './decider.js';

type Refuse = (code: RefusalCode) => never;

const openPart = ({ parts }: ComplaintState, number: number, refuse: Refuse): Part =>
  parts.find((part) => part.number === number && isOpenPart(part)) ?? refuse('part.not_open');

function ownPart(state: ComplaintState, number: number, actor: Actor, refuse: Refuse): Part {
  const part = openPart(state, number, refuse);
  const agency = actor.kind === 'staff' ? actor.agency : null;
  return part.agency === agency ? part : refuse('part.not_yours');
}

/** What is asked of supporting agencies, and what these do. */
export const partDeciders: DecidersOf<
  'add_part' | 'withdraw_part' | 'accept_part' | 'answer_part' | 'return_part' | 'split_off'
> = {
  add_part: (s, { agency, task }, { barred }, refuse) => {
    if (agency === s.lead) refuse('assignment.same_agency');
    if (barred.includes(agency)) refuse('assignment.conflict');
    const known = s.parts.filter((part) => part.agency === agency && isOpenPart(part));
    if (known.some((part) => part.task !== '' || part.status === 'accepted'))
      refuse('part.already_asked');
    return [['part_added', { number: numberFor(s, agency), agency, task }]];
  },

  withdraw_part: (s, { number, text }, _, refuse) => {
    const { agency } = openPart(s, number, refuse);
    return [['part_withdrawn', { number, agency, text }]];
  },

  accept_part: (s, { number, officer }, { actor }, refuse) => {
    const { agency, status } = ownPart(s, number, actor, refuse);
    if (status !== 'asked') refuse('part.not_open');
    return [['part_accepted', { number, agency, officer }]];
  },

  answer_part: (s, { number, text, evidence }, { actor }, refuse) => {
    const { agency, officer, status } = ownPart(s, number, actor, refuse);
    if (status !== 'accepted') refuse('part.not_open');
    return [['part_answered', { number, agency, officer, text, evidence }]];
  },

  return_part: (s, { number, text }, { actor }, refuse) => {
    const { agency } = ownPart(s, number, actor, refuse);
    return [['part_returned', { number, agency, text }]];
  },

  split_off: (s, { number, linked, text }, _, refuse) => {
    if (s.splitFrom !== null) refuse('link.of_linked');
    const agency = number === null ? null : openPart(s, number, refuse).agency;
    return [['split_off', { number, agency, linked, text }]];
  },
};
