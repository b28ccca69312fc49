import { answerBy, dueStep, extensionTerms, isRunning } from '#deadlines';
import {
  decide,
  isOpenPart,
  type Actor,
  type Command,
  type ComplaintState,
  type Context,
  type Part,
} from '#lifecycle';
import { closedToObservers } from '#privacy';
import { parseLimit } from '#working-time';
import type { City } from '../catalog/city.js';
import { identityAccessOf } from './identity-access.js';
import { sha256 } from '../platform/sha256.js';
import { urgingText } from './urging-text.js';
import { advance, promiseOf, type Advanced, type Case } from './case.js';

function reopenUntil({ endedAt, resolvedAt }: ComplaintState, city: City): string | null {
  const end = endedAt ?? resolvedAt;
  if (!end) return null;
  const policy = city.book.policy();
  const calendar = city.book.calendar(policy.calendars.normal);
  return calendar.due(new Date(end), parseLimit(policy.reopenWindow)).toISOString();
}

/** A part is waited for while a clock of its agency runs and is not over. */
function partsInTime({ state, clocks }: Case, now: string): number[] {
  const inTime = (part: Part) =>
    clocks.some((clock) => clock.unit === part.agency && isRunning(clock) && now <= clock.dueAt);
  return state.parts
    .filter((part) => isOpenPart(part) && part.task !== '' && inTime(part))
    .map(({ number }) => number);
}

/** Whom the complaint is about once the command has been given. */
const aboutAfter = ({ state }: Case, command: Command): string | null =>
  command.type === 'classify' && command.about !== undefined ? command.about : state.about;

/** The date that a command about an extension names, or leaves as it was asked. */
const dateIn = ({ extension }: ComplaintState, command: Command): string | null =>
  'until' in command ? (command.until ?? extension?.until ?? null) : null;

const categoryAfter = ({ state }: Case, command: Command): string | null =>
  command.type === 'classify' ? command.category : state.category;

function contextOf(one: Case, command: Command, actor: Actor, now: Date, city: City): Context {
  const { lowRating, maxReopens } = city.book.policy();
  return {
    now: now.toISOString(),
    actor,
    reopenUntil: reopenUntil(one.state, city),
    returnUntil:
      one.clocks.findLast(({ kind, unit }) => kind === 'acceptance' && unit === one.state.lead)
        ?.dueAt ?? null,
    partsInTime: partsInTime(one, now.toISOString()),
    answerBy: answerBy(city.terms(one.state), now.toISOString(), city.book),
    lowRating,
    maxReopens,
    barred: [...city.barredBy(aboutAfter(one, command))],
    extension: extensionTerms(
      promiseOf(one.clocks),
      dateIn(one.state, command),
      one.state.urgency,
      city.book,
    ),
    guarded: closedToObservers(city.privacyOf(categoryAfter(one, command))),
    identity: identityAccessOf(actor.kind === 'staff' ? actor : null, one.state, city),
  };
}

/** The case after a command. @throws Refusal */
export function handle(one: Case, command: Command, actor: Actor, now: Date, city: City): Advanced {
  const events = decide(one.state, command, contextOf(one, command, actor, now, city));
  return advance(one, events, city);
}

const timer: Actor = { kind: 'system', name: 'timer' };

type Step = Extract<Command, { type: 'step' }>;

/** What a step that is due says to the agency, beside the step itself. */
interface DueStep {
  command: Step;
  text: string | null;
}

function dueCommand(one: Case, now: string, city: City, past: boolean): DueStep | null {
  const step = dueStep(one.clocks, now, one.state.urgency, city.book);
  if (!step) return null;
  if (past) {
    const { do: _, ...told } = step;
    return { command: { type: 'step', step: told }, text: null };
  }
  const text = step.do?.includes('urge') ? urgingText(one.state, step, city) : null;
  return { command: { type: 'step', step, ...(text !== null && { urging: sha256(text) }) }, text };
}

/** A case after the steps that were due, with what they said to agencies, by the number of the event. */
export interface Fired extends Advanced {
  said: { number: number; text: string }[];
}

const saidIn = ({ logged }: Advanced, text: string | null): Fired['said'] =>
  text === null
    ? []
    : logged.flatMap(({ number, event }) => (event.type === 'urged' ? [{ number, text }] : []));

/**
 * The case after every step that is due at `now`, each in its order; null when none is. Of a `past` that is brought in
 * nobody was urged, and nothing raised or handed on.
 */
export function fireDue(one: Case, now: Date, city: City, past = false): Fired | null {
  let current = null as Fired | null;
  for (;;) {
    const from: Case = current ?? one;
    const due = dueCommand(from, now.toISOString(), city, past);
    if (!due) return current;
    const next = handle(from, due.command, timer, now, city);
    current = {
      ...next,
      logged: [...(current?.logged ?? []), ...next.logged],
      said: [...(current?.said ?? []), ...saidIn(next, due.text)],
    };
  }
}
