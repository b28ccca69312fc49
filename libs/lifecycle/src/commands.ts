import type { Place } from './place.js';
import type { Instant, Kind, Urgency, Words } from './words.js';

/** Why a destination was chosen by rule; in words an operator can check. */
export interface RoutingGrounds {
  rule: string | null;
  ruleSet: number;
  confidence: number;
  reasons: Words[];
  /** What was looked at; absent in events from before it was kept. */
  facts?: DecisionFacts;
}

/** What a rule looked at: no text, nobody's identity, no exact place. */
export interface DecisionFacts {
  category: string | null;
  kind: string;
  urgency: string;
  ward: string | null;
  filer: string | null;
  at: Instant;
  answers: Record<string, string>;
  zone: string | null;
}

/** What a learned model makes of a text; its reasons quote words that the model knows, never the text. */
export interface Suggestion {
  /** The version of the model. */
  model: number;
  category: string;
  urgency: Urgency;
  /** 0 to 1: how often such a suggestion was right. */
  confidence: number;
  /** As sure as is needed for nobody to look first. */
  sure: boolean;
  reasons: Words[];
}

/** SHA-256 in hex of a free text that is stored beside the log, so that the text can be erased later. */
export type Digest = string;

export interface FileComplaint {
  type: 'file';
  id: string;
  center: string;
  kind: Kind;
  category: string | null;
  urgency: Urgency;
  ward: string | null;
  /** The agency whose office or people are complained of; absent where none is known. */
  about?: string;
  /** The center is among those whom such a complaint must not reach. */
  aboutCenter?: boolean;
  channel: string;
  language: string;
  text: Digest;
  /** The complaint that it was split off from, and since when its filer has been promised a result. */
  splitFrom?: string;
  since?: Instant;
  /** The digests of its photos and documents. */
  files?: Digest[];
  /** The published complaint that its filer says it is the same as; `atOnce` when place and matter say so too. */
  joins?: { complaint: string; atOnce: boolean };
  /** Why this urgency, and where the rules would send it when they were not sure enough to. */
  grounds?: {
    urgency: Words[];
    routing: (RoutingGrounds & { lead: string | null }) | null;
    /** Without a category, or where it stands strongly against the filer's. */
    suggestion?: Suggestion;
  };
}

export const returnGrounds = ['not_competent', 'wrong_area', 'duplicate', 'not_clear'] as const;
export type ReturnGround = (typeof returnGrounds)[number];

/** Grounds that say whose it is not: whoever gives one says whose it is. */
export const groundsOfOthers: readonly ReturnGround[] = ['not_competent', 'wrong_area'];

export const rejectReasons = [
  'not_competent',
  'unclear',
  'spam',
  'abusive',
  'duplicate',
  'formal_complaint',
  'denunciation',
  'cancelled_by_filer',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export const closeReasons = ['filer_silent', 'done', 'duplicate'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Why the words and the person behind an ended complaint are removed: its time is over, or consent was taken back. */
export const anonymiseGrounds = ['retention', 'withdrawn'] as const;
export type AnonymiseGround = (typeof anonymiseGrounds)[number];
/** What the filer can put right of what is kept about the person. */
export const identityFields = ['name', 'phone', 'email', 'address'] as const;
export type IdentityField = (typeof identityFields)[number];

/** The filer asked for it, or has withdrawn the consent to it. */
export const restrictReasons = ['asked', 'withdrawn'] as const;
export type RestrictReason = (typeof restrictReasons)[number];

/** What a step does beside being on record: who it names is told, the agency is urged, and so on. */
export const deeds = [
  'notify',
  'urge',
  'raise_urgency',
  'hand_to_supervisor',
  'morning_list',
] as const;
export type Deed = (typeof deeds)[number];
/** Sent on to a body outside of the city: by which document, of which day of the city. */
export interface Forwarding {
  body: string;
  document: string;
  date: string;
  text: Digest;
}

/** A moment of a clock that has come; `pauseOver` is the date at which a wait for the filer ends. */
export interface DeadlineStep {
  clock: string;
  /** Who owes it; absent where it was not kept yet. */
  unit?: string;
  action: 'warn' | 'breach' | 'escalate' | 'close' | 'pauseOver';
  to: string[];
  scheduledFor: Instant;
  dueAt: Instant;
  newDate: Instant | null;
  /** Absent: notify. */
  do?: Deed[];
}

/** Why a complaint leaves its incident. */
export const leaveReasons = [
  'taken_out',
  'dissolved',
  'not_fixed_here',
  'protected',
  'ended',
] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export interface JoinIncident {
  incident: string;
  /** The incident that it comes from; null: none. */
  from: string | null;
  /** The complaint that goes ahead, and its last event before the joining. */
  main: string;
  number: number;
  place: Place;
  reasons: Words[];
}

/** It goes ahead in an incident: new in it, come over `from` another, or (`from` the same) until now a follower. */
export interface LeadIncident {
  incident: string;
  from: string | null;
  /** Where it stands, when it has followed until now. */
  place: Place | null;
}

/** More time that the main was granted, and the member of staff who has granted it. */
export interface Extension {
  until: Instant;
  by: string;
}

/** One step of the main, brought to a complaint that follows it. */
export interface FollowMain {
  incident: string;
  main: string;
  number: number;
  /** The type of the main's event. */
  what: string;
  place: Place;
  /** With the published answer, or more time: the agency's, and the digest of its words. */
  agency?: string;
  text?: Digest;
  extension?: Extension;
}

/** What has changed of an incident, told on its main. */
export interface IncidentMark {
  incident: string;
  version: number;
  what: string;
}

/** A date of a clock as it was and as it is. */
export interface Shift {
  from: Instant;
  to: Instant;
}

/** What a changed calendar made of a clock: old and new date, the decision, and who published it. */
export interface DeadlineMove extends Shift {
  clock: string;
  calendar: string;
  calendarVersion: number;
  /** Of the date promised when it was late. */
  newDate: Shift | null;
  /** Of the date at which the wait for the filer ends. */
  wakeAt: Shift | null;
  document: string;
  /** Id of the member of staff. */
  by: string;
}

export type Command =
  | {
      type: 'classify';
      category: string;
      kind: Kind;
      urgency: Urgency;
      /** Absent: as before. */
      about?: string | null;
      /** Why, where somebody has said it. */
      text?: Digest;
    }
  | {
      type: 'assign';
      lead: string;
      supporting: string[];
      task: string;
      grounds: RoutingGrounds | null;
      /** Why; a decision that binds has it. */
      text?: Digest | null;
    }
  | { type: 'reject'; reason: RejectReason; text: Digest }
  | ({ type: 'forward' } & Forwarding)
  | { type: 'ask'; text: Digest }
  | { type: 'reply'; text: Digest }
  | { type: 'note'; text: Digest; files?: Digest[] }
  /** Nobody is named by an agency without accounts. */
  | { type: 'accept'; officer: string | null }
  | { type: 'hand_over'; officer: string; text: Digest | null }
  | { type: 'return'; ground: ReturnGround; proposed: string | null; text: Digest }
  | { type: 'answer'; text: Digest; evidence: string[] }
  | { type: 'add_part'; agency: string; task: string }
  | { type: 'withdraw_part'; number: number; text: Digest }
  | { type: 'accept_part'; number: number; officer: string }
  | { type: 'answer_part'; number: number; text: Digest; evidence: string[] }
  | { type: 'return_part'; number: number; text: Digest }
  | { type: 'split_off'; number: number | null; linked: string; text: Digest }
  | { type: 'publish' }
  | { type: 'send_back'; text: Digest }
  | { type: 'confirm' }
  | { type: 'rate'; score: number; factors: Record<string, number>; text: Digest | null }
  | { type: 'reopen'; text: Digest }
  | { type: 'appeal'; text: Digest }
  | { type: 'close'; reason: CloseReason }
  | { type: 'reveal'; reason: Digest }
  | { type: 'anonymise'; ground: AnonymiseGround; text: Digest | null }
  | { type: 'correct_identity'; fields: IdentityField[] }
  | { type: 'restrict'; on: boolean; because: RestrictReason }
  | {
      type: 'succeed';
      /** The agency that has ended. */
      from: string;
      /** Who carries its matters on; null where nobody does. */
      to: string | null;
      /** The number of the decision behind it. */
      document: string | null;
    }
  | { type: 'ask_extension'; until: Instant; text: Digest }
  /** Without `until`: as it was asked. */
  | { type: 'grant_extension'; until: Instant | null; text: Digest }
  | { type: 'refuse_extension'; text: Digest }
  | { type: 'urge'; text: Digest }
  | { type: 'answer_urging'; number: number; text: Digest }
  | ({ type: 'join' } & JoinIncident)
  | ({ type: 'make_main' } & LeadIncident)
  | ({ type: 'follow' } & FollowMain)
  | { type: 'leave'; why: LeaveReason; place: Place | null }
  | ({ type: 'mark_incident' } & IncidentMark)
  /** The same as `of` at the same place, which `agency` had answered. */
  | { type: 'mark_repeat'; of: string; agency: string; reasons: Words[] }
  | { type: 'unmark_repeat'; text: Digest }
  /** `urging` is what an agency is urged with, where the step urges. */
  | { type: 'step'; step: DeadlineStep; urging?: Digest }
  | { type: 'move_deadline'; move: DeadlineMove };
