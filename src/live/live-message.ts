import type { EventType, Role } from '#lifecycle';
import type { Namespace, Socket } from 'socket.io';
import type { LogEntry } from './log-entry.js';
import type { Caller } from '../people/caller.js';
import type { Scope } from './scope.js';

/** One event as a client receives it; `at` is ISO 8601 in UTC. */
export interface LiveMessage<Summary extends object = object> {
  seq: number;
  complaintId: string;
  type: EventType;
  at: string;
  summary: Summary;
}

/** The message for one kind of client; null when it is not told of the event. */
export type View = (entry: LogEntry) => LiveMessage | null;

/** Somebody at a case, as those are told who may see it. */
export interface Present {
  id: string;
  name: string;
  role: Role;
  is: 'looking' | 'typing';
}

/** Who is at a case now; `holder` is whose turn it is to write, by the id of the person. */
export interface PresenceMessage {
  caseId: string;
  people: Present[];
  holder: string | null;
}

/**
 * What the server says. `ready`: from here on live. `reset`: from here on live, but what happened before is not
 * told; load anew. The last `seq` of any of the three is the `since` to come back with.
 */
export interface Said {
  event: (message: LiveMessage) => void;
  ready: (at: { seq: number }) => void;
  reset: (at: { seq: number }) => void;
  presence: (at: PresenceMessage) => void;
  /** Somebody has taken over the turn to write that this person had. */
  taken: (over: { caseId: string; by: Present }) => void;
}

/** What admission found out about a socket; `token` is the session's, of staff only. */
export interface Admitted {
  scope: Scope;
  token?: string;
  /** Role and agency that the scope was made for. */
  standing?: string;
  /** Who it is, of staff only. */
  caller?: Caller;
}

/** What staff say: where they are. `type` and `take` ask for the turn to write. */
export interface Heard {
  look: (at: { caseId: string }) => void;
  type: (at: { caseId: string }) => void;
  take: (at: { caseId: string }) => void;
  leave: () => void;
}

type Unheard = Record<string, never>;
export type LiveSocket = Socket<Heard, Said, Unheard, Admitted>;
export type LiveNamespace = Namespace<Heard, Said, Unheard, Admitted>;

export function messageOf<Summary extends object>(
  { seq, complaintId, type, at }: LogEntry,
  summary: Summary,
): LiveMessage<Summary> {
  return { seq, complaintId, type, at, summary };
}
