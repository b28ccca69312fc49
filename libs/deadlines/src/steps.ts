import type { DeadlineStep, Instant, Urgency } from '#lifecycle';
import { parseLimit } from '#working-time';
import { date, insideOf, instant, isRunning, openPause, type Book, type Clock } from './clock.js';

/** The next moment of a clock: its next step, or the date at which its pause ends. */
export function momentOf(clock: Clock): Instant | null {
  if (!isRunning(clock)) return null;
  return openPause(clock)?.wakeAt ?? clock.nextAt;
}

/** The earliest next moment of all running clocks. */
export function nextMoment(clocks: readonly Clock[]): Instant | null {
  const moments = clocks.map(momentOf).filter((moment) => moment !== null);
  return moments.toSorted()[0] ?? null;
}

/** The step whose moment has come at `now`, earliest first; null while nothing is due. */
export function dueStep(
  clocks: readonly Clock[],
  now: Instant,
  urgency: Urgency,
  book: Book,
): DeadlineStep | null {
  const due = clocks
    .map((clock) => ({ clock, moment: momentOf(clock) }))
    .filter((one): one is { clock: Clock; moment: Instant } => one.moment !== null)
    .filter(({ moment }) => moment <= now)
    .toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0))[0];
  if (!due) return null;
  const { clock, moment } = due;
  const { id, unit, dueAt } = clock;
  const common = { clock: id, unit, scheduledFor: moment, dueAt, newDate: null };
  if (openPause(clock)) return { ...common, action: 'pauseOver', to: [] };
  if (clock.kind === 'confirmation') return { ...common, action: 'close', to: [] };
  const policy = book.policy(clock.policyVersion);
  const step = policy.ladder[clock.step];
  if (!step) return { ...common, action: 'escalate', to: policy.repeat.to };
  const newDate =
    step.action === 'breach' && clock.kind === 'resolution'
      ? newDateOf(clock, now, policy.late.newDate[urgency], book)
      : null;
  const to = clock.kind === 'handling' ? insideOf(step.to) : step.to;
  return { ...common, action: step.action, to, newDate };
}

function newDateOf(clock: Clock, now: Instant, limit: string, book: Book): Instant {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  return instant(calendar.due(date(now), parseLimit(limit)));
}
