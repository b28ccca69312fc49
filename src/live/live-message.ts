import type { EventType } from '#lifecycle';
import type { Namespace, Socket } from 'socket.io';
import type { LogEntry } from './log-entry.js';
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

/**
 * What the server says. `ready`: from here on live. `reset`: from here on live, but what happened before is not
 * told; load anew. The last `seq` of any of the three is the `since` to come back with.
 */
export interface Said {
  event: (message: LiveMessage) => void;
  ready: (at: { seq: number }) => void;
  reset: (at: { seq: number }) => void;
}

/** What admission found out about a socket; `token` is the session's, of staff only. */
export interface Admitted {
  scope: Scope;
  token?: string;
  /** Role and agency that the scope was made for. */
  standing?: string;
}

// Clients say nothing after the handshake.
type Heard = Record<string, never>;

export type LiveSocket = Socket<Heard, Said, Heard, Admitted>;
export type LiveNamespace = Namespace<Heard, Said, Heard, Admitted>;

export function messageOf<Summary extends object>(
  { seq, complaintId, type, at }: LogEntry,
  summary: Summary,
): LiveMessage<Summary> {
  return { seq, complaintId, type, at, summary };
}
