import type { CommandType } from './life.js';
import type { Status } from './words.js';

export const refusalCodes = [
  'move.not_allowed',
  'actor.not_allowed',
  'agency.not_lead',
  'agency.not_involved',
  'assignment.same_agency',
  'assignment.needs_supervisor',
  'hand_over.same_officer',
  'assignment.conflict',
  'assignment.needs_ground',
  'assignment.returned_before',
  'answer.parts_open',
  'ask.of_linked',
  'link.of_linked',
  'part.already_asked',
  'part.not_open',
  'part.not_yours',
  'return.binding',
  'return.after_acceptance_limit',
  'return.after_answer',
  'return.needs_proposed',
  'return.proposed_unfit',
  'reopen.window_over',
  'reopen.needs_supervisor',
  'rating.out_of_range',
  'rating.already_given',
  'appeal.already_used',
  'identity.hidden',
  'identity.seen_already',
  'case.anonymised',
  'restriction.unchanged',
  'extension.pending',
  'extension.none_asked',
  'extension.used_up',
  'extension.deadline_over',
  'extension.not_later',
  'extension.too_long',
  'extension.outside_hours',
  'urging.unknown',
  'urging.settled',
  'incident.follows',
  'incident.not_member',
  'incident.member_already',
  'incident.protected',
  'incident.step_known',
  'repeat.marked_already',
  'repeat.not_marked',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A command that the life of a complaint does not admit, with the reason as a code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly status: Status,
    readonly command: CommandType,
  ) {
    super(`${code}: ${command} in ${status}`);
  }
}
