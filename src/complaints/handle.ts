import { dueStep, extensionTerms, type Book } from '#deadlines';
import { decide, type Actor, type Command, type ComplaintState, type Context } from '#lifecycle';
import { parseLimit } from '#working-time';
import type { City } from '../catalog/city.js';
import { identityAccessOf } from './identity-access.js';
import { advance, promiseOf, type Advanced, type Case } from './case.js';

function reopenUntil({ endedAt, resolvedAt }: ComplaintState, city: City): string | null {
  const end = endedAt ?? resolvedAt;
  if (!end) return null;
  const policy = city.book.policy();
  const calendar = city.book.calendar(policy.calendars.normal);
  return calendar.due(new Date(end), parseLimit(policy.reopenWindow)).toISOString();
}

/** Whom the complaint is about once the command has been given. */
const aboutAfter = ({ state }: Case, command: Command): string | null =>
  command.type === 'classify' && command.about !== undefined ? command.about : state.about;

/** The date that a command about an extension names, or leaves as it was asked. */
const dateIn = ({ extension }: ComplaintState, command: Command): string | null =>
  'until' in command ? (command.until ?? extension?.until ?? null) : null;

function contextOf(one: Case, command: Command, actor: Actor, now: Date, city: City): Context {
  const { lowRating, maxReopens } = city.book.policy();
  return {
    now: now.toISOString(),
    actor,
    reopenUntil: reopenUntil(one.state, city),
    returnUntil: one.clocks.findLast(({ kind }) => kind === 'acceptance')?.dueAt ?? null,
    lowRating,
    maxReopens,
    barred: [...city.barredBy(aboutAfter(one, command))],
    extension: extensionTerms(
      promiseOf(one.clocks),
      dateIn(one.state, command),
      one.state.urgency,
      city.book,
    ),
    identity: identityAccessOf(actor.kind === 'staff' ? actor : null, one.state, city),
  };
}

/** The case after a command. @throws Refusal */
export function handle(one: Case, command: Command, actor: Actor, now: Date, city: City): Advanced {
  const events = decide(one.state, command, contextOf(one, command, actor, now, city));
  return advance(one, events, city);
}

const timer: Actor = { kind: 'system', name: 'timer' };

function dueCommand(one: Case, now: string, book: Book): Command | null {
  const step = dueStep(one.clocks, now, one.state.urgency, book);
  return step && { type: 'step', step };
}

/** The case after every step that is due at `now`, each in its order; null when none is. */
export function fireDue(one: Case, now: Date, city: City): Advanced | null {
  let current = null as Advanced | null;
  for (;;) {
    const from: Case = current ?? one;
    const command = dueCommand(from, now.toISOString(), city.book);
    if (command?.type !== 'step') return current;
    const next = handle(from, command, timer, now, city);
    current = { ...next, logged: [...(current?.logged ?? []), ...next.logged] };
  }
}
