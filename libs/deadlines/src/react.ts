import { isOpen, type ComplaintEvent, type ComplaintState, type EventOf } from '#lifecycle';
import { clockKinds, isRunning, type Book, type Clock, type ClockKind } from './clock.js';
import { ofIncident } from './incidents.js';
import { withStepFired } from './ladder.js';
import { ofParts } from './parts.js';
import { raised } from './raise.js';
import { urgingOf, type Terms } from './policy.js';
import { withRecomputed } from './recompute.js';
import { relimit } from './relimit.js';
import { handlingLimit, resolutionLimit, type Scene } from './scene.js';
import { heldBy } from './spans.js';
import { extend, keepUp } from './extend.js';
import { carriedOver, mergedParts } from './succession.js';
import { ended, pause, resume, start, stop } from './turns.js';

/** Each event's effects on the clocks, in order. */
function effects(event: ComplaintEvent, scene: Scene): ((scene: Scene) => Clock[])[] {
  const { state, terms } = scene;
  const { policy, urgency } = terms;
  const triage = (s: Scene) => start(s, 'triage', policy.triage[urgency], state.center);
  // What was split off goes on from the promise that its filer has.
  const since = event.type === 'filed' ? (event.data.since ?? event.at) : event.at;
  const resolution = (s: Scene) =>
    start({ ...s, at: since }, 'resolution', resolutionLimit(s, terms), state.center);
  const acceptance = (s: Scene) =>
    start(s, 'acceptance', terms.acceptance, state.lead ?? state.center);
  const handling = (unit: string) => (s: Scene) =>
    start(s, 'handling', handlingLimit(s, unit, terms), unit);
  const met =
    (...kinds: ClockKind[]) =>
    (s: Scene) =>
      stop(s, kinds, 'met');
  const cancelled =
    (...kinds: ClockKind[]) =>
    (s: Scene) =>
      stop(s, kinds, 'cancelled');
  /** What one agency owed is over, whatever others owe. */
  const done = (unit: string, kind: ClockKind) => (s: Scene) => stop(s, [kind], 'met', unit);
  const released = (unit: string | null) => (s: Scene) =>
    unit === null ? s.clocks : stop(s, ['acceptance', 'handling', 'urging'], 'cancelled', unit);

  const overtaken = cancelled('urging');

  const published = [
    met('resolution'),
    cancelled('triage', 'acceptance', 'handling', 'first_response', 'urging'),
    (s: Scene) => start(s, 'confirmation', policy.confirmation, state.center),
  ];

  switch (event.type) {
    case 'filed':
      return [
        triage,
        (s) => start(s, 'first_response', policy.firstResponse[urgency], state.center),
        resolution,
      ];
    case 'classified':
      return [(s) => relimit(s, event)];
    case 'assigned':
      return [
        met('triage', 'first_response'),
        released(event.data.was),
        released(event.data.lead),
        overtaken,
        acceptance,
      ];
    case 'accepted':
      return [
        done(event.data.agency, 'acceptance'),
        handling(event.data.agency),
        (s) => keepUp(s, event.data.agency),
      ];
    case 'returned':
    case 'recalled':
      return [released(event.data.agency), overtaken, triage];
    case 'succeeded':
      return [(s) => mergedParts(s, event.data), (s) => carriedOver(s, event.data)];
    case 'answered':
      return [done(event.data.agency, 'handling'), overtaken];
    case 'sent_back':
      return [handling(event.data.agency)];
    case 'extension_granted':
      return [(s) => extend(s, event)];
    case 'question_asked':
      return [met('first_response'), pause];
    case 'filer_replied':
      return event.data.waiting ? [resume] : [];
    case 'rejected':
    case 'forwarded':
      return [met('triage', 'first_response'), cancelled(...clockKinds)];
    case 'published':
      return published;
    case 'joined':
    case 'made_main':
    case 'followed':
    case 'left':
      return ofIncident(event, { triage, acceptance, published });
    case 'confirmed':
      return [met('confirmation')];
    case 'rated':
      return event.data.review ? [met('confirmation'), resolution] : [met('confirmation')];
    case 'reopened':
      return [met('confirmation'), acceptance, resolution];
    case 'appealed':
      return [triage, resolution];
    case 'closed':
      return [cancelled(...clockKinds)];
    case 'warned':
    case 'breached':
    case 'escalated':
      return [(s) => stepped(s, event)];
    case 'urged':
      return [(s) => start(s, 'urging', urgingOf(policy).answer, event.data.agency)];
    case 'urging_answered':
      return [(s) => ended(s, `urging#${event.data.number}`)];
    case 'urgency_raised':
      return [(s) => raised(s, event)];
    case 'deadline_moved':
      return [(s) => moved(s, event)];
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
    const listed = data.do?.includes('morning_list') ? { listedAt: clock.listedAt ?? at } : {};
    return { ...withStepFired(clock, at, book), ...breach, ...listed };
  });
}

function moved({ clocks, at, book }: Scene, { data }: EventOf<'deadline_moved'>): Clock[] {
  const { document, by } = data;
  const move = { at, why: 'calendar' as const, by, document, reason: null };
  return clocks.map((clock) =>
    clock.id === data.clock ? withRecomputed(clock, data, move, book) : clock,
  );
}

/** Who owes a clock to the filer follows the holder; what an agency owes stays with it. */
function owed(clock: Clock, { holder }: ComplaintState, at: string): Clock {
  return holder && isRunning(clock) && clock.owedTo === 'filer'
    ? heldBy(clock, holder.unit, at)
    : clock;
}

/** The clocks after an event. `state` is the state after it, `terms` those of that state. */
export function react(
  clocks: readonly Clock[],
  event: ComplaintEvent,
  state: ComplaintState,
  terms: Terms,
  book: Book,
): Clock[] {
  const { at } = event;
  const scene: Scene = { clocks: [...clocks], event, at, state, terms, book };
  const after = [...effects(event, scene), ...ofParts(event, scene)].reduce(
    (current, effect) => effect({ ...scene, clocks: current }),
    scene.clocks,
  );
  return isOpen(state.status) ? after.map((clock) => owed(clock, state, at)) : after;
}
