import type { Digest, Instant, Role, Words } from '#lifecycle';
import { parseLimit, type WorkCalendar } from '#working-time';
import type { LimitText, Policy } from './policy.js';

export const clockKinds = [
  'triage',
  'acceptance',
  'handling',
  'first_response',
  'resolution',
  'confirmation',
  'urging',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Who did something to a clock, never with more of a person than the staff id. */
export type ClockHand =
  | { kind: 'staff'; id: string; role: Role }
  | { kind: 'partner'; agency: string }
  | { kind: 'system'; name: string }
  | { kind: 'filer' };

export interface Pause {
  from: Instant;
  to: Instant | null;
  wakeAt: Instant;
  reason: string;
  /** Absent where it was not kept yet. */
  by?: ClockHand;
}

/** Who held the matter, from when until when; null while it still does. */
export interface Span {
  unit: string;
  from: Instant;
  to: Instant | null;
}

export const moveReasons = ['extension', 'calendar', 'reclassified', 'urgency'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** One change of a deadline other than by a pause. */
export interface Move {
  at: Instant;
  from: Instant;
  to: Instant;
  why: MoveReason;
  /** Id of the member of staff, or name of the part of the program. */
  by: string;
  /** The decision that it goes by, where there is one. */
  document: string | null;
  reason: Digest | null;
}

/** A running or ended promise. `id` is the kind and its number in this complaint: 'resolution#1'. */
export interface Clock {
  id: string;
  kind: ClockKind;
  /** Who was promised: the filer, or the center by an agency. */
  owedTo: 'filer' | 'center';
  /** Who owes it now. */
  unit: string;
  /** Who held the matter, on clocks owed to the filer; empty where it was not kept yet. */
  spans: Span[];
  limit: LimitText;
  /** The promise in the words of its policy; null where they were not kept yet. */
  words: Words | null;
  calendar: string;
  calendarVersion: number;
  policyVersion: number;
  startedAt: Instant;
  dueAt: Instant;
  pauses: Pause[];
  moves: Move[];
  /** Index of the next ladder step. */
  step: number;
  nextAt: Instant | null;
  breachedAt: Instant | null;
  /** Since when it stands on the leader's morning list. */
  listedAt: Instant | null;
  newDate: Instant | null;
  stoppedAt: Instant | null;
  outcome: 'met' | 'late' | 'cancelled' | null;
}

/** Where clocks find the calendar and the policy that they were made under. */
export interface Book {
  calendar(code: string, version?: number): WorkCalendar;
  policy(version?: number): Policy;
  /** In which calendar an agency works at an instant; null where none is its own. */
  agencyCalendar(agency: string, at: Instant): string | null;
}

export const date = (instant: Instant) => new Date(instant);
export const instant = (at: Date): Instant => at.toISOString();
export const isRunning = (clock: Clock) => clock.stoppedAt === null;
export const openPause = (clock: Clock) => clock.pauses.find((pause) => pause.to === null) ?? null;

/** Limits in minutes and hours run by the wall clock, the others by the calendar's open time. */
export function runsByWall(clock: Clock): boolean {
  const { unit } = parseLimit(clock.limit);
  return unit === 'm' || unit === 'h';
}

/** Time between two instants by the clock's own measure. */
export function elapsed(clock: Clock, calendar: WorkCalendar, from: Date, to: Date): number {
  return runsByWall(clock) ? to.getTime() - from.getTime() : calendar.openBetween(from, to);
}

function advance(clock: Clock, calendar: WorkCalendar, from: Date, ms: number): Date {
  // Adding no open time to a closing hour would give the next opening: a night's pause, a day's gain.
  if (ms === 0) return from;
  return runsByWall(clock) ? new Date(from.getTime() + ms) : calendar.addOpen(from, ms);
}

const MINUTE = 60_000;

/**
 * The deadline from start and limit, or from the last move, with ended pauses; whole minutes paused before the
 * deadline are given back.
 */
export function dueOf(clock: Clock, book: Book): Instant {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const moved = clock.moves.at(-1);
  let due = moved ? date(moved.to) : calendar.due(date(clock.startedAt), parseLimit(clock.limit));
  for (const { from, to } of clock.pauses) {
    // What had ended before a move is in its date already; a pause that the move fell into is not.
    if (moved && to !== null && to <= moved.at) continue;
    if (to === null || date(from) >= due) break;
    const paused = elapsed(clock, calendar, date(from), date(to));
    // A question answered within seconds would otherwise move "Thursday 17:00" to the next morning.
    due = advance(clock, calendar, due, paused - (paused % MINUTE));
  }
  return instant(due);
}

/** The moment at which a share of the clock's time is over. */
export function momentOfShare(clock: Clock, book: Book, share: number): Date {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const start = date(clock.startedAt);
  const whole = elapsed(clock, calendar, start, calendar.due(start, parseLimit(clock.limit)));
  const total = elapsed(clock, calendar, start, date(clock.dueAt));
  return advance(clock, calendar, start, Math.max(0, total - (1 - share) * whole));
}
