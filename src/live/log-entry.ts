import type { EventData, EventType } from '#lifecycle';

/** A place in the order in which the log became readable: by transaction, then by number. */
export interface Position {
  xid: bigint;
  seq: number;
}

/** Before the first event. What was restored lies before all transactions of the server, below 0. */
export const beginning: Position = { xid: -(2n ** 63n), seq: 0 };

export const isAfter = (one: Position, other: Position): boolean =>
  one.xid > other.xid || (one.xid === other.xid && one.seq > other.seq);

/** An event of the log as live views need it: no actor, no text. */
export type LogEntry = Position & {
  complaintId: string;
  number: number;
  at: string;
  agencies: string[];
  /** The agency that its complaint is about. */
  about: string | null;
  /** The privacy class of its complaint. */
  privacy: string;
  /** The complaint that its complaint was split off from. */
  splitFrom: string | null;
} & { [T in EventType]: { type: T; data: EventData[T] } }[EventType];
