import type { Instant } from '#lifecycle';
import { parseLimit, type WorkCalendar } from '#working-time';
import { date, instant, momentOfShare, type Book, type Clock, type ClockKind } from './clock.js';
import type { LadderStep, Policy, StepMoment } from './policy.js';

/** An urging that is not answered in time goes to the supervisor, once. */
const unanswered: LadderStep[] = [{ at: { after: '0m' }, action: 'breach', to: ['supervisor'] }];

/** The steps of a kind of clock, repetitions not counted. */
export function ladderOf(policy: Pick<Policy, 'ladder' | 'ladders'>, kind: ClockKind) {
  return policy.ladders?.[kind] ?? (kind === 'urging' ? unanswered : policy.ladder);
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

export function nextFiring(
  clock: Clock,
  from: number,
  after: Instant,
  book: Book,
): NextFiring | null {
  const schedule = scheduleOf(clock, book);
  const index = schedule.findIndex(({ at }, index) => index >= from && at !== null);
  const found = schedule[index];
  if (found?.at) return { index, step: found.step, at: found.at };
  if (clock.kind === 'urging') return null;
  const { every, ...repeat } = book.policy(clock.policyVersion).repeat;
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  return {
    index: Math.max(from, schedule.length),
    step: { action: 'escalate', ...repeat },
    at: instant(calendar.due(date(after), parseLimit(every))),
  };
}
