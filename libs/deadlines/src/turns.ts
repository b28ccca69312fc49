import { parseLimit } from '#working-time';
import { calendarFor } from './calendars.js';
import {
  date,
  dueOf,
  instant,
  isRunning,
  openPause,
  type Book,
  type Clock,
  type ClockKind,
} from './clock.js';
import { handOf } from './hand.js';
import { withNextStep } from './ladder.js';
import type { LimitText } from './policy.js';
import type { Scene } from './scene.js';
import { endSpans } from './spans.js';
import { wordsOf } from './words.js';

/** What an agency or the center's desk owes the center; the others are promised to the filer. */
const owedToCenter: readonly ClockKind[] = ['triage', 'acceptance', 'handling', 'urging'];

/** The clocks with a new one of a kind, owed by `unit`. */
export function start(scene: Scene, kind: ClockKind, limit: LimitText, unit: string): Clock[] {
  const { at, event, terms, book, clocks } = scene;
  const code = calendarFor(kind, unit, terms, at, book);
  const calendar = book.calendar(code);
  const number = clocks.filter((clock) => clock.kind === kind).length + 1;
  const owedTo = owedToCenter.includes(kind) ? 'center' : 'filer';
  const policyVersion = terms.policy.version;
  const clock: Clock = {
    id: `${kind}#${number}`,
    kind,
    owedTo,
    unit,
    spans: owedTo === 'filer' ? [{ unit, from: at, to: null }] : [],
    limit,
    words: wordsOf({ limit, policyVersion, name: terms.policy.name }, event.type, book),
    calendar: code,
    calendarVersion: calendar.spec.version,
    policyVersion,
    startedAt: at,
    dueAt: instant(calendar.due(date(at), parseLimit(limit))),
    pauses: [],
    moves: [],
    step: 0,
    nextAt: null,
    breachedAt: null,
    listedAt: null,
    newDate: null,
    stoppedAt: null,
    outcome: null,
  };
  return [...clocks, withNextStep(clock, 0, at, book)];
}

const endPause = (clock: Clock, at: string) =>
  clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

function stopped(clock: Clock, at: string, outcome: 'met' | 'cancelled'): Clock {
  return {
    ...clock,
    pauses: endPause(clock, at),
    spans: endSpans(clock.spans, at),
    stoppedAt: at,
    outcome: outcome === 'met' && at > clock.dueAt ? 'late' : outcome,
    nextAt: null,
  };
}

/** The clocks with the running ones of some kinds ended: those that `unit` owes, or all. */
export function stop(
  { clocks, at }: Scene,
  kinds: readonly ClockKind[],
  outcome: 'met' | 'cancelled',
  unit: string | null = null,
): Clock[] {
  return clocks.map((clock) => {
    if (!isRunning(clock) || !kinds.includes(clock.kind)) return clock;
    return unit !== null && clock.unit !== unit ? clock : stopped(clock, at, outcome);
  });
}

/** The clocks with one of them kept, late or in time. */
export const ended = ({ clocks, at }: Scene, id: string): Clock[] =>
  clocks.map((clock) => (clock.id === id && isRunning(clock) ? stopped(clock, at, 'met') : clock));

/** While the filer is asked no clock runs; the wait has a date on which it ends. */
export function pause({ clocks, at, event, terms, book }: Scene): Clock[] {
  const wakes = book.calendar(terms.calendar).due(date(at), parseLimit(terms.policy.waiting));
  const wakeAt = instant(wakes);
  const opened = { from: at, to: null, wakeAt, reason: 'waiting_filer', by: handOf(event.actor) };
  return clocks.map((clock) =>
    isRunning(clock) ? { ...clock, pauses: [...clock.pauses, opened], nextAt: null } : clock,
  );
}

export function resume({ clocks, at, book }: Scene): Clock[] {
  return clocks.map((clock) => {
    if (!isRunning(clock) || !openPause(clock)) return clock;
    const running = { ...clock, pauses: endPause(clock, at) };
    return withNextStep(givenBack(running, book), clock.step, at, book);
  });
}

/** The time given back can reach into days that a later calendar has changed: the later date of both holds. */
function givenBack(clock: Clock, book: Book): Clock {
  const dueAt = dueOf(clock, book);
  const { version } = book.calendar(clock.calendar).spec;
  const present = { ...clock, calendarVersion: version };
  const byPresent = dueOf(present, book);
  return byPresent > dueAt ? { ...present, dueAt: byPresent } : { ...clock, dueAt };
}
