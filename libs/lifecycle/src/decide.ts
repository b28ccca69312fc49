import type { Command, FileComplaint } from './commands.js';
import { agencyDeciders } from './deciders/agency.js';
import { calendarDeciders } from './deciders/calendar.js';
import { centerDeciders } from './deciders/center.js';
import type { Context, DecidersOf } from './deciders/decider.js';
import { extensionDeciders } from './deciders/extension.js';
import { filerDeciders } from './deciders/filer.js';
import { forwardDeciders } from './deciders/forward.js';
import { incidentDeciders, isShut, withLeaving } from './deciders/incident.js';
import { ladderDeciders } from './deciders/ladder.js';
import { partDeciders } from './deciders/parts.js';
import { recordDeciders } from './deciders/record.js';
import { repeatDeciders } from './deciders/repeat.js';
import { successionDeciders } from './deciders/succession.js';
import type { ComplaintEvent, EventOf } from './events.js';
import { moveOf, type CommandType, type Party } from './life.js';
import { Refusal, type RefusalCode } from './refusal.js';
import type { ComplaintState } from './state.js';
import type { Actor, Instant } from './words.js';

const deciders: DecidersOf<CommandType> = {
  ...centerDeciders,
  ...agencyDeciders,
  ...filerDeciders,
  ...partDeciders,
  ...forwardDeciders,
  ...recordDeciders,
  ...repeatDeciders,
  ...successionDeciders,
  ...extensionDeciders,
  ...ladderDeciders,
  ...incidentDeciders,
  ...calendarDeciders,
};

const staffParty: Partial<Record<string, Party>> = {
  operator: 'operator',
  supervisor: 'supervisor',
  agency_head: 'head',
  officer: 'officer',
  administrator: 'administrator',
  leader: 'leader',
};

function partyOf(actor: Actor): Party | null {
  if (actor.kind === 'partner') return 'head';
  return actor.kind === 'staff' ? (staffParty[actor.role] ?? null) : actor.kind;
}

const agencyOf = (actor: Actor): string | null =>
  actor.kind === 'staff' || actor.kind === 'partner' ? actor.agency : null;

const agencyParties: readonly Party[] = ['head', 'officer'];

/** What an agency that supports may do of what is open to an agency. */
const ofSupporting: readonly CommandType[] = ['accept_part', 'answer_part', 'return_part', 'note'];

/**
 * The events that a command makes of a state.
 * @throws Refusal when the table or a condition does not admit it.
 */
export function decide(
  state: ComplaintState,
  command: Command,
  context: Context,
): ComplaintEvent[] {
  const refuse = (code: RefusalCode): never => {
    throw new Refusal(code, state.status, command.type);
  };
  const move = moveOf(state.status, command.type) ?? refuse('move.not_allowed');
  const party = partyOf(context.actor);
  if (!party || !move.by.includes(party)) return refuse('actor.not_allowed');
  if (party === 'operator' && state.aboutCenter) return refuse('actor.not_allowed');
  if (state.anonymised) return refuse('case.anonymised');
  if (agencyParties.includes(party)) {
    const agency = agencyOf(context.actor);
    const supports =
      agency !== null && state.supporting.includes(agency) && ofSupporting.includes(command.type);
    if (agency === null || (agency !== state.lead && !supports)) return refuse('agency.not_lead');
  }
  if (isShut(state, command.type)) refuse('incident.follows');
  const decider = deciders[command.type] as DecidersOf<'note'>['note'];
  const outcomes = decider(state, command as never, context, refuse);
  return withLeaving(state, outcomes, context).map(
    ([type, data]) => ({ type, at: context.now, actor: context.actor, data }) as ComplaintEvent,
  );
}

/** The first event of a complaint. */
export function file(command: FileComplaint, now: Instant, actor: Actor): EventOf<'filed'> {
  const { type: _, ...data } = command;
  return { type: 'filed', at: now, actor, data };
}
