import { isOpen } from '../life.js';
import { isSupervisor, type DecidersOf, type Outcome } from './decider.js';

/** What the filer does. */
export const filerDeciders: DecidersOf<
  'reply' | 'confirm' | 'rate' | 'reopen' | 'appeal' | 'correct_identity' | 'restrict'
> = {
  reply: (s, { text }, { actor }) => {
    const byPhone = actor.kind === 'staff' ? { by: 'phone' as const } : {};
    return [['filer_replied', { text, waiting: s.status === 'waiting_filer', ...byPhone }]];
  },

  confirm: () => [
    ['confirmed', {}],
    ['closed', { reason: 'confirmed' }],
  ],

  rate: (s, { score, factors, text }, { now, reopenUntil, lowRating }, refuse) => {
    if (!Number.isInteger(score) || score < 1 || score > 5) refuse('rating.out_of_range');
    if (s.rating !== null) refuse('rating.already_given');
    const inWindow = reopenUntil === null || now <= reopenUntil;
    // Without a lead (returned after a reopening, then closed) nobody could be sent back to work.
    const reviewable = s.answered && s.lead !== null && !s.reviewed;
    const review = score <= lowRating && reviewable && inWindow;
    const released = review && !isOpen(s.status) ? { released: true as const } : {};
    const rated: Outcome = ['rated', { score, factors, text, review, ...released }];
    return s.status === 'resolved' && !review ? [rated, ['closed', { reason: 'rated' }]] : [rated];
  },

  reopen: (s, { text }, { now, actor, reopenUntil, maxReopens }, refuse) => {
    const agency = s.lead ?? refuse('move.not_allowed');
    if (reopenUntil !== null && now > reopenUntil) refuse('reopen.window_over');
    if (s.reopens >= maxReopens && !isSupervisor(actor)) refuse('reopen.needs_supervisor');
    return [['reopened', { agency, text, times: s.reopens + 1 }]];
  },

  appeal: (s, { text }, _, refuse) => {
    if (s.appealed) refuse('appeal.already_used');
    return [['appealed', { text }]];
  },

  correct_identity: (_, { fields }) => [['identity_corrected', { fields }]],

  restrict: (s, { on, because }, _, refuse) => {
    // A withdrawal is put on record also where the use is restricted already.
    if (s.restricted === on && because === 'asked') refuse('restriction.unchanged');
    return [['restricted', { on, because }]];
  },
};
