import type {
  AnonymiseGround,
  CloseReason,
  DeadlineMove,
  DeadlineStep,
  Digest,
  FileComplaint,
  FollowMain,
  Forwarding,
  IdentityField,
  IncidentMark,
  JoinIncident,
  LeadIncident,
  LeaveReason,
  RejectReason,
  RestrictReason,
  ReturnGround,
  RoutingGrounds,
} from './commands.js';
import type { Place } from './place.js';
import type { Urger } from './state.js';
import type { Actor, Instant, Kind, Urgency, Words } from './words.js';

interface Classification {
  category: string | null;
  kind: Kind;
  urgency: Urgency;
  /** Absent in events from before it was known whom complaints are about. */
  about?: string | null;
}

/** What happened, by type; the value is the event's data. */
export interface EventData {
  filed: Omit<FileComplaint, 'type'>;
  classified: Classification & { aboutCenter?: boolean; was: Classification; text?: Digest };
  assigned: {
    lead: string;
    supporting: string[];
    task: string;
    binding: boolean;
    grounds: RoutingGrounds | null;
    was: string | null;
    text?: Digest;
  };
  rejected: { reason: RejectReason; text: Digest };
  /** Nobody in the city has it any more; who filed may still ask for a review. */
  forwarded: Forwarding;
  question_asked: { text: Digest };
  /** `by`: said to the hotline, where whoever stands as the actor has taken it down. */
  filer_replied: { text: Digest; waiting: boolean; by?: 'phone' };
  noted: { text: Digest; files?: Digest[] };
  accepted: { officer: string | null; agency: string };
  handed_over: { from: string | null; to: string; agency: string; text: Digest | null };
  returned: {
    agency: string;
    ground: ReturnGround;
    proposed: string | null;
    text: Digest;
    times: number;
  };
  /**
   * Taken back from an agency that the complaint is about, or that is beneath it; with `because`, from one that has
   * ended, whose matters nobody can carry on.
   */
  recalled: { agency: string; because?: 'ended'; document?: string | null };
  /** An agency has ended, and its successor carries the matter on in the same part. */
  succeeded: { from: string; to: string; document: string | null };
  answered: { agency: string; officer: string | null; text: Digest; evidence: string[] };
  /** Asked of a supporting agency; `number` counts the parts. */
  part_added: { number: number; agency: string; task: string };
  part_withdrawn: { number: number; agency: string; text: Digest };
  part_accepted: { number: number; agency: string; officer: string };
  part_answered: {
    number: number;
    agency: string;
    officer: string | null;
    text: Digest;
    evidence: string[];
  };
  part_returned: { number: number; agency: string; text: Digest };
  /** Goes on as the complaint `linked`, a part of it or something else that was told. */
  split_off: { number: number | null; agency: string | null; linked: string; text: Digest };
  published: Record<string, never>;
  sent_back: { agency: string; text: Digest };
  confirmed: Record<string, never>;
  rated: {
    score: number;
    factors: Record<string, number>;
    text: Digest | null;
    review: boolean;
    /** An ended complaint comes back without its officer, who may have left since. */
    released?: true;
  };
  reopened: { agency: string; text: Digest; times: number };
  appealed: { text: Digest };
  closed: { reason: CloseReason | 'confirmed' | 'rated' };
  identity_revealed: { reason: Digest };
  /** The words and the person are gone; `text` is the digest of why, where somebody has said it. */
  anonymised: { ground: AnonymiseGround; text: Digest | null };
  /** By the filer; the values are sealed apart. */
  identity_corrected: { fields: IdentityField[] };
  /** How far what is kept of the filer may be used; off again with `on: false`. */
  restricted: { on: boolean; because: RestrictReason };
  /** The agency asks for a later date; `dueAt` is the one promised so far. */
  extension_asked: { agency: string; until: Instant; dueAt: Instant; text: Digest };
  extension_granted: {
    agency: string;
    asked: Instant;
    until: Instant;
    dueAt: Instant;
    text: Digest;
    times: number;
  };
  extension_refused: { agency: string; asked: Instant; dueAt: Instant; text: Digest };
  marked_repeat: { of: string; agency: string; reasons: Words[] };
  unmarked_repeat: { of: string; text: Digest };
  /** It is part of an incident, and follows the complaint that goes ahead. */
  joined: JoinIncident;
  /** It goes ahead in its incident; `place` where it takes that of another. */
  made_main: LeadIncident;
  followed: FollowMain;
  /** It is a matter of its own again; `place` where it had followed another. */
  left: { incident: string; why: LeaveReason; place: Place | null };
  incident_changed: IncidentMark;
  warned: DeadlineStep & { unit: string };
  breached: DeadlineStep & { unit: string };
  escalated: DeadlineStep & { unit: string };
  /** The agency is urged (đôn đốc), for the `number`-th time; `clock` where a step of that clock did it. */
  urged: {
    number: number;
    agency: string;
    by: Urger;
    text: Digest;
    answerBy: Instant;
    clock?: string;
  };
  urging_answered: { number: number; agency: string; to: Urger; text: Digest };
  /** By a step of a clock: what agencies owe gets shorter, the filer's promise stays. */
  urgency_raised: {
    was: Urgency;
    urgency: Urgency;
    clock: string;
    because: DeadlineStep['action'];
  };
  /** The supervisor holds what nobody has taken in time. */
  handed_up: { unit: string; clock: string; because: DeadlineStep['action'] };
  /** After a calendar changed. */
  deadline_moved: DeadlineMove;
}

export type EventType = keyof EventData;

export type ComplaintEvent = {
  [T in EventType]: { type: T; at: Instant; actor: Actor; data: EventData[T] };
}[EventType];

export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;
