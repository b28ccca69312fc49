import { isOpen, type ComplaintEvent, type ComplaintState, type Instant } from '#lifecycle';
import { formatLimit, parseLimit } from '#working-time';
import {
  date,
  dueOf,
  instant,
  isRunning,
  openPause,
  withNextStep,
  type Book,
  type Clock,
  type ClockKind,
} from './clock.js';
import type { LimitText, Terms } from './policy.js';

interface Scene {
  clocks: Clock[];
  at: Instant;
  state: ComplaintState;
  terms: Terms;
  book: Book;
}

function start(scene: Scene, kind: ClockKind, limit: LimitText, unit: string): Clock[] {
  const { at, terms, book, clocks } = scene;
  const calendar = book.calendar(terms.calendar);
  const number = clocks.filter((clock) => clock.kind === kind).length + 1;
  const clock: Clock = {
    id: `${kind}#${number}`,
    kind,
    owedTo: kind === 'acceptance' || kind === 'triage' ? 'center' : 'filer',
    unit,
    limit,
    calendar: terms.calendar,
    calendarVersion: calendar.spec.version,
    policyVersion: terms.policy.version,
    startedAt: at,
    dueAt: instant(calendar.due(date(at), parseLimit(limit))),
    pauses: [],
    step: 0,
    nextAt: null,
    breachedAt: null,
    newDate: null,
    stoppedAt: null,
    outcome: null,
  };
  return [...clocks, withNextStep(clock, 0, at, book)];
}

function stop(scene: Scene, kinds: ClockKind[], outcome: 'met' | 'cancelled'): Clock[] {
  return scene.clocks.map((clock) => {
    if (!isRunning(clock) || !kinds.includes(clock.kind)) return clock;
    const late = outcome === 'met' && scene.at > clock.dueAt;
    return {
      ...clock,
      pauses: endPause(clock, scene.at),
      stoppedAt: scene.at,
      outcome: late ? 'late' : outcome,
      nextAt: null,
    };
  });
}

const endPause = (clock: Clock, at: Instant) =>
  clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

function pause({ clocks, at, terms, book }: Scene): Clock[] {
  const wakes = book.calendar(terms.calendar).due(date(at), parseLimit(terms.policy.waiting));
  const opened = { from: at, to: null, wakeAt: instant(wakes), reason: 'waiting_filer' };
  return clocks.map((clock) =>
    isRunning(clock) ? { ...clock, pauses: [...clock.pauses, opened], nextAt: null } : clock,
  );
}

function resume({ clocks, at, book }: Scene): Clock[] {
  return clocks.map((clock) => {
    if (!isRunning(clock) || !openPause(clock)) return clock;
    const running = { ...clock, pauses: endPause(clock, at) };
    return withNextStep({ ...running, dueAt: dueOf(running, book) }, clock.step, at, book);
  });
}

/** New limits reach back to the start of the clock, so a new classification never restarts a promise. */
function relimit(scene: Scene): Clock[] {
  const { clocks, at, terms, book } = scene;
  const limits: Partial<Record<ClockKind, LimitText>> = {
    triage: terms.policy.triage[terms.urgency],
    acceptance: terms.acceptance,
    first_response: terms.policy.firstResponse[terms.urgency],
    resolution: resolutionLimit(scene),
  };
  return clocks.map((clock) => {
    const limit = limits[clock.kind];
    if (!limit || !isRunning(clock)) return clock;
    const { version } = book.calendar(terms.calendar).spec;
    const made = { calendarVersion: version, policyVersion: terms.policy.version };
    const relimited = { ...clock, limit, calendar: terms.calendar, ...made };
    const changed = { ...relimited, dueAt: dueOf(relimited, book) };
    return withNextStep(changed, clock.step, at, book);
  });
}

/** A share of a limit, in whole units and at least one. */
function shareOf(limit: LimitText, share: number): LimitText {
  const { amount, unit } = parseLimit(limit);
  return `${Math.max(1, Math.ceil(amount * share))}${unit}`;
}

/** The category's limit, or its share once the complaint has been reopened or reviewed. */
function resolutionLimit({ state, terms }: Scene): LimitText {
  const again = state.reopens > 0 || state.reviewed;
  return again ? shareOf(terms.resolution, terms.policy.reopenResolveShare) : terms.resolution;
}

const all: ClockKind[] = ['triage', 'acceptance', 'first_response', 'resolution', 'confirmation'];

/** Each event's effects on the clocks, in order. */
function effects(event: ComplaintEvent, scene: Scene): ((scene: Scene) => Clock[])[] {
  const { state, terms } = scene;
  const { policy, urgency } = terms;
  const triage = (s: Scene) => start(s, 'triage', policy.triage[urgency], state.center);
  const resolution = (s: Scene) => start(s, 'resolution', resolutionLimit(s), state.center);
  const acceptance = (s: Scene) =>
    start(s, 'acceptance', terms.acceptance, state.lead ?? state.center);
  const met =
    (...kinds: ClockKind[]) =>
    (s: Scene) =>
      stop(s, kinds, 'met');
  const cancelled =
    (...kinds: ClockKind[]) =>
    (s: Scene) =>
      stop(s, kinds, 'cancelled');

  switch (event.type) {
    case 'filed':
      return [
        triage,
        (s) => start(s, 'first_response', policy.firstResponse[urgency], state.center),
        resolution,
      ];
    case 'classified':
      return [relimit];
    case 'assigned':
      return [met('triage', 'first_response'), cancelled('acceptance'), acceptance];
    case 'accepted':
      return [met('acceptance')];
    case 'returned':
    case 'recalled':
      return [cancelled('acceptance'), triage];
    case 'question_asked':
      return [met('first_response'), pause];
    case 'filer_replied':
      return event.data.waiting ? [resume] : [];
    case 'rejected':
    case 'forwarded':
      return [met('triage', 'first_response'), cancelled(...all)];
    case 'published':
      return [
        met('resolution'),
        cancelled('triage', 'acceptance', 'first_response'),
        (s) => start(s, 'confirmation', policy.confirmation, state.center),
      ];
    case 'confirmed':
      return [met('confirmation')];
    case 'rated':
      return event.data.review ? [met('confirmation'), resolution] : [met('confirmation')];
    case 'reopened':
      return [met('confirmation'), acceptance, resolution];
    case 'appealed':
      return [triage, resolution];
    case 'closed':
      return [cancelled(...all)];
    case 'warned':
    case 'breached':
    case 'escalated':
      return [(s) => stepped(s, event)];
    default:
      return [];
  }
}

function stepped(
  { clocks, at, book }: Scene,
  { type, data }: Extract<ComplaintEvent, { type: 'warned' | 'breached' | 'escalated' }>,
): Clock[] {
  return clocks.map((clock) => {
    if (clock.id !== data.clock || !isRunning(clock)) return clock;
    const breach = type === 'breached' ? { breachedAt: at, newDate: data.newDate } : {};
    return withNextStep({ ...clock, ...breach }, clock.step + 1, at, book);
  });
}

/** Who owes a clock to the filer follows the holder; what an agency owes stays with it. */
function owed(clock: Clock, state: ComplaintState): Clock {
  const unit = state.holder?.unit;
  if (!unit || !isRunning(clock) || clock.owedTo !== 'filer' || clock.unit === unit) return clock;
  return { ...clock, unit };
}

/** The clocks after an event. `state` is the state after it, `terms` those of that state. */
export function react(
  clocks: readonly Clock[],
  event: ComplaintEvent,
  state: ComplaintState,
  terms: Terms,
  book: Book,
): Clock[] {
  const scene: Scene = { clocks: [...clocks], at: event.at, state, terms, book };
  const after = effects(event, scene).reduce(
    (current, effect) => effect({ ...scene, clocks: current }),
    scene.clocks,
  );
  return isOpen(state.status) ? after.map((clock) => owed(clock, state)) : after;
}

/** "3 ngày làm việc, theo …" : the words of the promise beside its date. */
export function promiseWords(clock: Clock, book: Book): { vi: string; en: string } {
  const limit = parseLimit(clock.limit);
  const { name } = book.policy(clock.policyVersion);
  return {
    vi: `${formatLimit(limit, 'vi')} kể từ lúc tiếp nhận, theo ${name.vi}`,
    en: `${formatLimit(limit, 'en')} from receipt, by ${name.en}`,
  };
}
