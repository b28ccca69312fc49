import type { Instant } from '#lifecycle';
import { parseLimit, type WorkCalendar } from '#working-time';
import {
  date,
  instant,
  isRunning,
  momentOfShare,
  openPause,
  type Book,
  type Clock,
  type ClockKind,
} from './clock.js';
import type { LadderStep, Policy, StepMoment } from './policy.js';

/** An urging that is not answered in time goes to the supervisor, once. */
const unanswered: LadderStep[] = [{ at: { after: '0m' }, action: 'breach', to: ['supervisor'] }];

const inside = ['officer', 'agency_head'];

/** What an agency owes climbs within that agency only, and does nothing else: the filer's own clock does the rest. */
const insideOf = ({ do: _, ...step }: LadderStep): LadderStep => ({
  ...step,
  to: step.to.filter((duty) => inside.includes(duty)),
});

/** The steps of a kind of clock, repetitions not counted. */
export function ladderOf(
  { ladder, ladders = {} }: Pick<Policy, 'ladder' | 'ladders'>,
  kind: ClockKind,
): LadderStep[] {
  const own = ladders[kind];
  if (own) return own;
  if (kind === 'urging') return unanswered;
  return kind === 'handling' ? ladder.map(insideOf).filter(({ to }) => to.length > 0) : ladder;
}

/** One firing of a step of a clock: null when its moment is not one of this clock's. */
export interface Firing {
  step: LadderStep;
  at: Instant | null;
}

function momentOf(at: StepMoment, clock: Clock, calendar: WorkCalendar, book: Book): Instant {
  if ('share' in at) {
    const moment = instant(momentOfShare(clock, book, at.share));
    return moment < clock.dueAt ? moment : clock.dueAt;
  }
  const due = date(clock.dueAt);
  return instant(
    'before' in at
      ? calendar.before(due, parseLimit(at.before))
      : calendar.due(due, parseLimit(at.after)),
  );
}

/** Before the deadline, and still not before the clock began: a day's warning is none for a clock of four hours. */
const isAhead = (at: Instant, { startedAt, dueAt }: Clock) => at >= startedAt && at <= dueAt;

function firingsOf(step: LadderStep, clock: Clock, book: Book): Firing[] {
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const moments = [momentOf(step.at, clock, calendar, book)];
  for (let round = 0; step.every !== undefined && round < (step.times ?? 0); round += 1)
    moments.push(instant(calendar.due(date(moments.at(-1)!), parseLimit(step.every))));
  if ('after' in step.at) return moments.map((at) => ({ step, at }));
  return moments.map((at, round) => {
    const fits = round === 0 ? isAhead(at, clock) : isAhead(at, clock) && at < clock.dueAt;
    return { step, at: fits ? at : null };
  });
}

const byTime = (a: Firing, b: Firing) =>
  (a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0;

/**
 * Every firing of a clock's ladder in the order of time: what comes before the deadline, the breach, what comes after.
 * How many stand before the breach follows from the ladder alone, so a clock that counts them never breaches twice.
 */
export function scheduleOf(clock: Clock, book: Book): Firing[] {
  const steps = ladderOf(book.policy(clock.policyVersion), clock.kind);
  const ahead = steps.filter(({ at }) => !('after' in at));
  const breach = steps.filter(({ at, action }) => 'after' in at && action === 'breach');
  const after = steps.filter(({ at, action }) => 'after' in at && action !== 'breach');
  return [ahead, breach, after].flatMap((part) =>
    part.flatMap((step) => firingsOf(step, clock, book)).toSorted(byTime),
  );
}

/** The firing a clock waits for, from its `index`-th on; a repetition after the last follows what fired at `after`. */
export interface NextFiring {
  index: number;
  step: Pick<LadderStep, 'action' | 'to' | 'do'>;
  at: Instant;
}

/** Clocks whose ladder has an end; the others go on repeating. */
const ends: readonly ClockKind[] = ['handling', 'urging'];

export function nextFiring(
  clock: Clock,
  from: number,
  after: Instant,
  book: Book,
): NextFiring | null {
  return firingIn(clock, book)(from, after);
}

/** Answers as `nextFiring` does, of one clock, as often as is asked. */
function firingIn(clock: Clock, book: Book): (from: number, after: Instant) => NextFiring | null {
  if (clock.kind === 'confirmation')
    return () => ({ index: 0, step: { action: 'close', to: [] }, at: clock.dueAt });
  const schedule = scheduleOf(clock, book);
  return (from, after) => {
    const index = schedule.findIndex(({ at }, index) => index >= from && at !== null);
    const found = schedule[index];
    if (found?.at) return { index, step: found.step, at: found.at };
    if (ends.includes(clock.kind)) return null;
    const { every, ...repeat } = book.policy(clock.policyVersion).repeat;
    const calendar = book.calendar(clock.calendar, clock.calendarVersion);
    return {
      index: Math.max(from, schedule.length),
      step: { action: 'escalate', ...repeat },
      at: instant(calendar.due(date(after), parseLimit(every))),
    };
  };
}

const waits = (clock: Clock) => isRunning(clock) && !openPause(clock);

/** The clock with its `step`-th firing ahead of it; it waits for the first that has a moment. */
export function withNextStep(clock: Clock, step: number, at: Instant, book: Book): Clock {
  return {
    ...clock,
    step,
    nextAt: waits(clock) ? (nextFiring(clock, step, at, book)?.at ?? null) : null,
  };
}

/** The clock after the firing that it waited for. */
export function withStepFired(clock: Clock, at: Instant, book: Book): Clock {
  const firing = firingIn(clock, book);
  const step = (firing(clock.step, at)?.index ?? clock.step) + 1;
  return { ...clock, step, nextAt: waits(clock) ? (firing(step, at)?.at ?? null) : null };
}
