import type { CloseReason, RejectReason, ReturnGround } from './commands.js';
import type { Part } from './parts.js';
import type { Holder, Instant, Kind, Status, Urgency } from './words.js';

/** A later date that an agency has asked for and nobody has decided on yet. */
export interface AskedExtension {
  agency: string;
  until: Instant;
  askedAt: Instant;
}

/** Who has urged: a person of the center or the city, or a step of a clock. */
export type Urger = 'supervisor' | 'leader' | 'system';

/** An urging of the agency that leads; open until it is answered, or overtaken by what came after. */
export interface UrgingState {
  number: number;
  by: Urger;
  open: boolean;
}

/** That an agency has returned it, and whose it says that it is; `number` is the event's. */
export interface Returned {
  number: number;
  at: Instant;
  agency: string;
  ground: ReturnGround;
  proposed: string | null;
}

/** Agencies that may return one complaint in all its life. */
export const MOST_RETURNS = 2;

/** A complaint as its events have made it. `version` counts its events. */
export interface ComplaintState {
  id: string;
  version: number;
  status: Status;
  kind: Kind;
  category: string | null;
  urgency: Urgency;
  ward: string | null;
  /** The agency whose office or people are complained of. */
  about: string | null;
  /** The center is among those complained of: its supervisor has it, never its operators. */
  aboutCenter: boolean;
  channel: string;
  language: string;
  text: string;
  center: string;
  lead: string | null;
  /** Agencies of the parts that are open or answered. */
  supporting: string[];
  parts: Part[];
  /** The complaint that it was split off from: its filer follows that one. */
  splitFrom: string | null;
  officer: string | null;
  /** A supervisor has decided who leads: the agency can no longer return it. */
  binding: boolean;
  returns: number;
  returnedBy: Returned[];
  reopens: number;
  sendBacks: number;
  appealed: boolean;
  /** A low rating has put the answer before the center again; once in a life. */
  reviewed: boolean;
  /** Its words and its filer are gone: nothing can be done with it any more. */
  anonymised: boolean;
  /** By the filer's wish: not published, and known to the supervisor alone, for a reason. */
  restricted: boolean;
  extension: AskedExtension | null;
  /** Granted for the present promise. */
  extensions: number;
  /** Nobody took it in time: the supervisor holds it until somebody does. */
  handedUp: boolean;
  urgings: UrgingState[];
  /** The incident that it is part of. */
  incident: string | null;
  /** The complaint of its incident that goes ahead of it; null: it goes by itself. */
  follows: string | null;
  /** The last event of that one that was brought to it. */
  followed: number;
  /** The complaint that had been answered when the same happened again at the same place. */
  repeatOf: string | null;
  waitingFrom: 'new' | 'assigned' | 'in_progress' | null;
  answered: boolean;
  /** The agency that answered last. */
  answeredBy: string | null;
  rating: number | null;
  rejectedFor: RejectReason | 'forwarded' | null;
  closedFor: CloseReason | 'confirmed' | 'rated' | null;
  filedAt: Instant;
  resolvedAt: Instant | null;
  endedAt: Instant | null;
  holder: Holder | null;
}

type Held = Omit<ComplaintState, 'holder'>;

/** Returned by two agencies, appealed, or decided before: the supervisor decides, and that binds. */
export const isContested = ({
  returns,
  appealed,
  binding,
}: Pick<Held, 'returns' | 'appealed' | 'binding'>): boolean =>
  returns >= MOST_RETURNS || appealed || binding;

export const hasReturned = ({ returnedBy }: Pick<Held, 'returnedBy'>, agency: string): boolean =>
  returnedBy.some((one) => one.agency === agency);

/** Whom the agency that returned it last named, while nobody has it and it could still be theirs. */
export function proposalOf(
  state: Pick<Held, 'lead' | 'about' | 'returnedBy'>,
  barred: readonly string[] = [],
): string | null {
  const proposed = state.returnedBy.at(-1)?.proposed ?? null;
  if (proposed === null || state.lead !== null) return null;
  const unfit = proposed === state.about || barred.includes(proposed);
  return unfit || hasReturned(state, proposed) ? null : proposed;
}

function atCenter(state: Held): Holder {
  const bySupervisor = isContested(state) || state.aboutCenter || state.handedUp;
  return {
    unit: state.center,
    duty: bySupervisor ? 'supervisor' : 'triage_operator',
    person: null,
  };
}

function atAgency(state: Held, working: boolean): Holder {
  const unit = state.lead ?? state.center;
  return working && state.officer
    ? { unit, duty: 'officer', person: state.officer }
    : { unit, duty: 'agency_head', person: null };
}

/** The holder that a status implies: one unit with a person or duty role while open, none after. */
export function holderOf(state: Held): Holder | null {
  switch (state.waitingFrom ?? state.status) {
    case 'new':
      return atCenter(state);
    case 'assigned':
      return state.handedUp ? atCenter(state) : atAgency(state, false);
    case 'in_progress':
      return atAgency(state, true);
    case 'answered':
      return { unit: state.center, duty: 'reviewer', person: null };
    case 'resolved':
      return { unit: state.center, duty: 'filer', person: null };
    default:
      return null;
  }
}
