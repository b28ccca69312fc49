import type { Instant, Kind, Urgency, Words } from './words.js';

/** Why a destination was chosen by rule; in words an operator can check. */
export interface RoutingGrounds {
  rule: string | null;
  ruleSet: number;
  confidence: number;
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
  /** The digests of its photos and documents. */
  files?: Digest[];
  /** Why this urgency, and where the rules would send it when they were not sure enough to. */
  grounds?: { urgency: Words[]; routing: (RoutingGrounds & { lead: string | null }) | null };
}

export const returnGrounds = ['not_competent', 'wrong_area', 'duplicate', 'not_clear'] as const;
export type ReturnGround = (typeof returnGrounds)[number];

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

/** A moment of a clock that has come; `pauseOver` is the date at which a wait for the filer ends. */
export interface DeadlineStep {
  clock: string;
  action: 'warn' | 'breach' | 'escalate' | 'close' | 'pauseOver';
  to: string[];
  scheduledFor: Instant;
  dueAt: Instant;
  newDate: Instant | null;
}

export type Command =
  | {
      type: 'classify';
      category: string;
      kind: Kind;
      urgency: Urgency;
      /** Absent: as before. */
      about?: string | null;
    }
  | {
      type: 'assign';
      lead: string;
      supporting: string[];
      task: string;
      grounds: RoutingGrounds | null;
    }
  | { type: 'reject'; reason: RejectReason; text: Digest }
  | { type: 'ask'; text: Digest }
  | { type: 'reply'; text: Digest }
  | { type: 'note'; text: Digest; files?: Digest[] }
  | { type: 'accept'; officer: string }
  | { type: 'hand_over'; officer: string; text: Digest | null }
  | { type: 'return'; ground: ReturnGround; proposed: string | null; text: Digest }
  | { type: 'answer'; text: Digest; evidence: string[] }
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
  /** The same as `of` at the same place, which `agency` had answered. */
  | { type: 'mark_repeat'; of: string; agency: string; reasons: Words[] }
  | { type: 'unmark_repeat'; text: Digest }
  | { type: 'step'; step: DeadlineStep };
