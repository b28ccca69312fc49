import type { DecidersOf } from './decider.js';

/** What links a complaint to the answered one that it repeats. */
export const repeatDeciders: DecidersOf<'mark_repeat' | 'unmark_repeat'> = {
  mark_repeat: (s, { of, agency, reasons }, _, refuse) => {
    if (s.repeatOf !== null) refuse('repeat.marked_already');
    return [['marked_repeat', { of, agency, reasons }]];
  },

  unmark_repeat: (s, { text }, _, refuse) =>
    s.repeatOf === null
      ? refuse('repeat.not_marked')
      : [['unmarked_repeat', { of: s.repeatOf, text }]],
};
