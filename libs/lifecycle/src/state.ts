import type { CloseReason, RejectReason } from './commands.js';
import type { Holder, Instant, Kind, Status, Urgency } from './words.js';

/** A later date that an agency has asked for and nobody has decided on yet. */
export interface AskedExtension {
  agency: string;
  until: Instant;
  askedAt: Instant;
}

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
  supporting: string[];
  officer: string | null;
  /** A supervisor has decided who leads: the agency can no longer return it. */
  binding: boolean;
  returns: number;
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
  /** The complaint that had been answered when the same happened again at the same place. */
  repeatOf: string | null;
  waitingFrom: 'new' | 'assigned' | 'in_progress' | null;
  answered: boolean;
  rating: number | null;
  rejectedFor: RejectReason | 'forwarded' | null;
  closedFor: CloseReason | 'confirmed' | 'rated' | null;
  filedAt: Instant;
  resolvedAt: Instant | null;
  endedAt: Instant | null;
  holder: Holder | null;
}

type Held = Omit<ComplaintState, 'holder'>;

/** Returned by two agencies, or appealed: the supervisor decides, and that binds. */
export const isContested = ({ returns, appealed }: Pick<Held, 'returns' | 'appealed'>): boolean =>
  returns >= 2 || appealed;

function atCenter(state: Held): Holder {
  return {
    unit: state.center,
    duty: isContested(state) || state.aboutCenter ? 'supervisor' : 'triage_operator',
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
      return atAgency(state, false);
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
