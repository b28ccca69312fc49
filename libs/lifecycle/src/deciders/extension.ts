import type { RefusalCode } from '../refusal.js';
import type { Instant } from '../words.js';
import { unitOf, type Context, type DecidersOf } from './decider.js';

/** A later date within the policy, in working time, while the promise still holds. */
function checkDate(
  until: Instant,
  { now, extension: { dueAt, latest, inHours } }: Context,
  refuse: (code: RefusalCode) => never,
): void {
  // What has been broken is not mended by a later date.
  if (now >= dueAt) refuse('extension.deadline_over');
  if (until <= dueAt) refuse('extension.not_later');
  if (until > latest) refuse('extension.too_long');
  if (!inHours) refuse('extension.outside_hours');
}

/** Gia hạn: the agency asks, the supervisor decides. */
export const extensionDeciders: DecidersOf<
  'ask_extension' | 'grant_extension' | 'refuse_extension'
> = {
  ask_extension: (s, { until, text }, context, refuse) => {
    const { dueAt, max } = context.extension;
    if (s.extension) refuse('extension.pending');
    if (s.extensions >= max) refuse('extension.used_up');
    checkDate(until, context, refuse);
    return [['extension_asked', { agency: s.lead ?? unitOf(s), until, dueAt, text }]];
  },

  grant_extension: (s, command, context, refuse) => {
    const { agency, until: asked } = s.extension ?? refuse('extension.none_asked');
    const until = command.until ?? asked;
    checkDate(until, context, refuse);
    const { dueAt } = context.extension;
    const { text } = command;
    return [['extension_granted', { agency, asked, until, dueAt, text, times: s.extensions + 1 }]];
  },

  refuse_extension: (s, { text }, { extension: { dueAt } }, refuse) => {
    const { agency, until: asked } = s.extension ?? refuse('extension.none_asked');
    return [['extension_refused', { agency, asked, dueAt, text }]];
  },
};
