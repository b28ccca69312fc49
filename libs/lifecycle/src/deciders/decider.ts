import type { Command } from '../commands.js';
import type { EventData, EventType } from '../events.js';
import type { CommandType } from '../life.js';
import type { RefusalCode } from '../refusal.js';
import type { ComplaintState } from '../state.js';
import type { Actor, IdentityAccess, Instant } from '../words.js';

export interface ExtensionTerms {
  /** The date promised to the filer. */
  dueAt: Instant;
  /** No later date than this one. */
  latest: Instant;
  /** How often a promise may be extended. */
  max: number;
  /** The date asked for is one at which offices are open. */
  inHours: boolean;
}

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
  /** What the policy admits of extensions, for the date that the command is about. */
  extension: ExtensionTerms;
  /** What the privacy class admits to the actor. */
  identity: IdentityAccess;
}

/** An event before it has an instant and an actor. */
export type Outcome = { [T in EventType]: [T, EventData[T]] }[EventType];

/** What a decision makes of a command that the table of life admits. */
export type DecidersOf<C extends CommandType> = {
  [K in C]: (
    state: ComplaintState,
    command: Extract<Command, { type: K }>,
    context: Context,
    refuse: (code: RefusalCode) => never,
  ) => Outcome[];
};

export const isSupervisor = (actor: Actor) => actor.kind === 'staff' && actor.role === 'supervisor';

export const unitOf = (state: ComplaintState) => state.holder?.unit ?? state.center;
