import type { DecidersOf } from './decider.js';

/** What a change of calendars does. */
export const calendarDeciders: DecidersOf<'move_deadline'> = {
  move_deadline: (_, { move }) => [['deadline_moved', move]],
};
