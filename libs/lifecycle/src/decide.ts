import type { Command, FileComplaint } from './commands.js';
import type { ComplaintEvent, EventData, EventOf, EventType } from './events.js';
import { isOpen, moveOf, type CommandType, type Party } from './life.js';
import { Refusal, type RefusalCode } from './refusal.js';
import { isContested, type ComplaintState } from './state.js';
import type { Actor, IdentityAccess, Instant } from './words.js';

/** What a decision needs beyond the state: the instant, who acts, and the policy's windows. */
export interface Context {
  now: Instant;
  actor: Actor;
  /** Until when an ended complaint may be reopened or its low rating reviewed. */
  reopenUntil: Instant | null;
  /** Until when the lead agency may return it; null when no acceptance clock was ever run. */
  returnUntil: Instant | null;
  /** Scores up to this one open a review (1 to 5). */
  lowRating: number;
  /** Reopenings a filer may ask for; more need the supervisor. */
  maxReopens: number;
  /** Whom it must not reach: the agency that it is about after the command, and all beneath that. */
  barred: readonly string[];
  /** What the privacy class admits to the actor. */
  identity: IdentityAccess;
}

type Outcome = { [T in EventType]: [T, EventData[T]] }[EventType];

type Deciders = {
  [C in CommandType]: (
    state: ComplaintState,
    command: Extract<Command, { type: C }>,
    context: Context,
    refuse: (code: RefusalCode) => never,
  ) => Outcome[];
};

const staffParty: Partial<Record<string, Party>> = {
  operator: 'operator',
  supervisor: 'supervisor',
  agency_head: 'head',
  officer: 'officer',
  administrator: 'administrator',
};

function partyOf(actor: Actor): Party | null {
  return actor.kind === 'staff' ? (staffParty[actor.role] ?? null) : actor.kind;
}

const isSupervisor = (actor: Actor) => actor.kind === 'staff' && actor.role === 'supervisor';

const unitOf = (state: ComplaintState) => state.holder?.unit ?? state.center;

const deciders: Deciders = {
  classify: (s, { category, kind, urgency, about = s.about }, { barred }) => {
    const was = { category: s.category, kind: s.kind, urgency: s.urgency, about: s.about };
    const aboutCenter = barred.includes(s.center);
    const classified: Outcome = [
      'classified',
      { category, kind, urgency, about, aboutCenter, was },
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

  reply: (s, { text }) => [['filer_replied', { text, waiting: s.status === 'waiting_filer' }]],

  note: (_, { text, files }) => [['noted', files ? { text, files } : { text }]],

  accept: (s, { officer }) => [['accepted', { officer, agency: unitOf(s) }]],

  hand_over: (s, { officer, text }, _, refuse) => {
    if (s.waitingFrom !== null && s.waitingFrom !== 'in_progress') refuse('move.not_allowed');
    if (officer === s.officer) refuse('hand_over.same_officer');
    return [['handed_over', { from: s.officer, to: officer, agency: s.lead ?? s.center, text }]];
  },

  return: (s, { ground, proposed, text }, { now, returnUntil }, refuse) => {
    if (s.binding) refuse('return.binding');
    if (returnUntil !== null && now > returnUntil) refuse('return.after_acceptance_limit');
    const times = s.returns + 1;
    return [['returned', { agency: unitOf(s), ground, proposed, text, times }]];
  },

  answer: (s, { text, evidence }) => [
    ['answered', { agency: unitOf(s), officer: s.officer, text, evidence }],
  ],

  publish: () => [['published', {}]],

  send_back: (s, { text }) => [['sent_back', { agency: s.lead ?? s.center, text }]],

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

  close: (_, { reason }) => [['closed', { reason }]],

  reveal: (_, { reason }, { identity }, refuse) => {
    if (identity === 'never') refuse('identity.hidden');
    if (identity === 'seen') refuse('identity.seen_already');
    return [['identity_revealed', { reason }]];
  },

  anonymise: (_, { ground, text }, { actor }, refuse) => {
    if (ground === 'retention' && actor.kind !== 'system') refuse('actor.not_allowed');
    return [['anonymised', { ground, text }]];
  },

  correct_identity: (_, { fields }) => [['identity_corrected', { fields }]],

  restrict: (s, { on, because }, _, refuse) => {
    // A withdrawal is put on record also where the use is restricted already.
    if (s.restricted === on && because === 'asked') refuse('restriction.unchanged');
    return [['restricted', { on, because }]];
  },

  step: (s, { step }, _, refuse) => {
    if (step.action === 'close' || step.action === 'pauseOver') {
      if (s.status !== silentIn[step.action]) refuse('move.not_allowed');
      return [['closed', { reason: 'filer_silent' }]];
    }
    const type = stepEvents[step.action];
    return [[type, { ...step, unit: unitOf(s) }]];
  },
};

/** Where the filer's silence ends a complaint: a step that comes too late must not close another. */
const silentIn = { close: 'resolved', pauseOver: 'waiting_filer' } as const;

const stepEvents = { warn: 'warned', breach: 'breached', escalate: 'escalated' } as const;

const agencyParties: readonly Party[] = ['head', 'officer'];

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
    const agency = context.actor.kind === 'staff' ? context.actor.agency : null;
    if (agency === null || agency !== state.lead) return refuse('agency.not_lead');
  }
  const decider = deciders[command.type] as Deciders['note'];
  return decider(state, command as never, context, refuse).map(
    ([type, data]) => ({ type, at: context.now, actor: context.actor, data }) as ComplaintEvent,
  );
}

/** The first event of a complaint. */
export function file(command: FileComplaint, now: Instant, actor: Actor): EventOf<'filed'> {
  const { type: _, ...data } = command;
  return { type: 'filed', at: now, actor, data };
}
