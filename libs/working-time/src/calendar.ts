import { CalendarRangeError, CalendarSpecError } from './errors.js';
import { continuous, type Hours } from './hours.js';
import { type Limit, requireLimit } from './limit.js';
import { dayNumber, MINUTE } from './local-date.js';
import { planOf } from './plan.js';
import type { CalendarSpec } from './spec.js';
import { Timetable } from './timetable.js';

const HOUR = 60 * MINUTE;

const DEFAULT_RANGE = { from: '2015-01-01', to: '2041-01-01' };

/**
 * Arithmetic of open time. Every method throws CalendarRangeError for an instant, given or
 * computed, outside the compiled range; a continuous calendar and wall time have no range.
 */
export class WorkCalendar {
  private constructor(
    readonly spec: CalendarSpec,
    private readonly hours: Hours,
  ) {}

  /** `range` is in local dates, half open. Throws CalendarSpecError. */
  static compile(spec: CalendarSpec, range = DEFAULT_RANGE): WorkCalendar {
    const plan = planOf(spec);
    const first = dayNumber(range.from, 'range.from');
    const last = dayNumber(range.to, 'range.to');
    if (last <= first) throw new CalendarSpecError('range.to', 'must be later than range.from');
    if (spec.kind === 'continuous') return new WorkCalendar(spec, continuous);
    const label = `calendar ${spec.code} v${spec.version}, compiled ${range.from} to ${range.to}`;
    return new WorkCalendar(spec, new Timetable(label, spec.timeZone, plan, first, last));
  }

  isOpen(at: Date): boolean {
    return this.hours.isOpen(instant(at));
  }

  /** `at` itself when open. */
  nextOpen(at: Date): Date {
    return date(this.hours.nextOpen(instant(at)));
  }

  /**
   * Instant at which `ms` milliseconds (rounded to whole ones) of open time have passed since
   * `from`: the end of a window, never the start of the next; for 0, `nextOpen(from)`. Negative
   * `ms` count backwards, to the start of a window.
   */
  addOpen(from: Date, ms: number): Date {
    return date(this.hours.addOpen(instant(from), Math.round(ms)));
  }

  /** Open milliseconds in [from, to); negative when to < from. */
  openBetween(from: Date, to: Date): number {
    return this.hours.openBetween(instant(from), instant(to));
  }

  /**
   * m, h: wall time. wm, wh: open time. wd: end of the last window of the n-th working day after
   * the day of `from`, which is not counted (Civil Code 2015 art. 147). d: end of the last window
   * of the n-th calendar day after it, or of the next working day when that rests (art. 148). On a
   * continuous calendar a day is 24 hours of wall time. Throws LimitError.
   */
  due(from: Date, limit: Limit): Date {
    const { amount, unit } = requireLimit(limit);
    switch (unit) {
      case 'm':
        return date(instant(from) + amount * MINUTE);
      case 'h':
        return date(instant(from) + amount * HOUR);
      case 'wm':
        return this.addOpen(from, amount * MINUTE);
      case 'wh':
        return this.addOpen(from, amount * HOUR);
      case 'wd':
        return date(this.hours.afterWorkingDays(instant(from), amount));
      case 'd':
        return date(this.hours.afterCalendarDays(instant(from), amount));
    }
  }

  /**
   * The mirror of `due`: m, h and wm, wh count back from `to`; wd: end of the last window of the n-th working day
   * before the day of `to`; d: that of the n-th calendar day before it, or of the working day before when that
   * rests. Throws LimitError.
   */
  before(to: Date, limit: Limit): Date {
    const { amount, unit } = requireLimit(limit);
    switch (unit) {
      case 'm':
        return date(instant(to) - amount * MINUTE);
      case 'h':
        return date(instant(to) - amount * HOUR);
      case 'wm':
        return this.addOpen(to, -amount * MINUTE);
      case 'wh':
        return this.addOpen(to, -amount * HOUR);
      case 'wd':
        return date(this.hours.beforeWorkingDays(instant(to), amount));
      case 'd':
        return date(this.hours.beforeCalendarDays(instant(to), amount));
    }
  }
}

function instant(at: Date): number {
  const ms = at.getTime();
  if (Number.isNaN(ms)) throw new CalendarRangeError('not an instant');
  return ms;
}

function date(ms: number): Date {
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) throw new CalendarRangeError('the answer is not an instant');
  return at;
}
