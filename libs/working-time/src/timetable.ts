import { CalendarRangeError } from './errors.js';
import type { Hours } from './hours.js';
import { DAY, MINUTE } from './local-date.js';
import type { Plan } from './plan.js';
import { countBelow, countUpTo } from './search.js';
import { instantOf, zoneSpans } from './zone.js';

/** A plan laid out over [firstDay, lastDay) as sorted instants, so that every answer is a search. */
export class Timetable implements Hours {
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  /** Open ms before window i; one entry more than windows, the last being the total. */
  private readonly openBefore: Float64Array;
  /** Local midnights, with the end of the range as last entry. */
  private readonly midnights: Float64Array;
  /** End of the last window of each working day. */
  private readonly closings: Float64Array;
  /** Working days before day i of the range; one entry more than days. */
  private readonly workedBefore: Int32Array;

  constructor(
    private readonly label: string,
    timeZone: string,
    plan: Plan,
    firstDay: number,
    lastDay: number,
  ) {
    // No wall clock is more than 14 hours from UTC: a day on either side covers the range.
    const spans = zoneSpans(timeZone, (firstDay - 1) * DAY, (lastDay + 1) * DAY);
    const midnights: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const closings: number[] = [];
    const workedBefore: number[] = [];
    for (let day = firstDay; day < lastDay; day++) {
      midnights.push(instantOf(spans, day * DAY));
      workedBefore.push(closings.length);
      const windows = ends.length;
      for (const { from, to } of plan(day)) {
        const start = instantOf(spans, day * DAY + from * MINUTE);
        const end = instantOf(spans, day * DAY + to * MINUTE);
        // Clocks put forward can swallow a window whole.
        if (end > start) {
          starts.push(start);
          ends.push(end);
        }
      }
      if (ends.length > windows) closings.push(ends.at(-1)!);
    }
    midnights.push(instantOf(spans, lastDay * DAY));
    workedBefore.push(closings.length);
    this.starts = Float64Array.from(starts);
    this.ends = Float64Array.from(ends);
    this.midnights = Float64Array.from(midnights);
    this.closings = Float64Array.from(closings);
    this.workedBefore = Int32Array.from(workedBefore);
    this.openBefore = new Float64Array(starts.length + 1);
    starts.forEach((start, i) => {
      this.openBefore[i + 1] = this.openBefore[i]! + ends[i]! - start;
    });
  }

  isOpen(at: number): boolean {
    this.requireWithin(at);
    const begun = countUpTo(this.starts, at);
    return begun > 0 && at < this.ends[begun - 1]!;
  }

  nextOpen(at: number): number {
    if (this.isOpen(at)) return at;
    return this.reached(this.starts[countUpTo(this.starts, at)]);
  }

  addOpen(from: number, ms: number): number {
    if (ms === 0) return this.nextOpen(from);
    const target = this.openUntil(from) + ms;
    return ms > 0 ? this.whenSpent(target) : this.whenLeft(target);
  }

  openBetween(from: number, to: number): number {
    return this.openUntil(to) - this.openUntil(from);
  }

  afterWorkingDays(from: number, n: number): number {
    const day = this.dayOf(from);
    const closing = n === 0 ? this.workedBefore[day]! : this.workedBefore[day + 1]! + n - 1;
    return this.reached(this.closings[closing]);
  }

  afterCalendarDays(from: number, n: number): number {
    return this.reached(this.closings[this.workedBefore[this.dayOf(from) + n] ?? Infinity]);
  }

  beforeWorkingDays(to: number, n: number): number {
    return this.reached(this.closings[this.workedBefore[this.dayOf(to)]! - n]);
  }

  beforeCalendarDays(to: number, n: number): number {
    const worked = this.workedBefore[this.dayOf(to) - n + 1];
    return this.reached(this.closings[(worked ?? 0) - 1]);
  }

  /** The open total is reached at the end of a window rather than the start of the next. */
  private whenSpent(total: number): number {
    const window = countBelow(this.openBefore, total) - 1;
    return this.reached(this.ends[window]) - (this.openBefore[window + 1]! - total);
  }

  /** Backwards, the mirror: at the start of a window rather than the end of the one before. */
  private whenLeft(total: number): number {
    const window = countUpTo(this.openBefore, total) - 1;
    return this.reached(this.starts[window]) + (total - this.openBefore[window]!);
  }

  private openUntil(at: number): number {
    // The end of the range bounds a half-open interval, so it may be asked about.
    if (at !== this.midnights.at(-1)) this.requireWithin(at);
    const window = countUpTo(this.starts, at) - 1;
    if (window < 0) return 0;
    return this.openBefore[window]! + Math.min(at, this.ends[window]!) - this.starts[window]!;
  }

  private dayOf(at: number): number {
    this.requireWithin(at);
    return countUpTo(this.midnights, at) - 1;
  }

  private requireWithin(at: number): void {
    if (at >= this.midnights[0]! && at < this.midnights[this.midnights.length - 1]!) return;
    throw new CalendarRangeError(`${new Date(at).toISOString()} is outside ${this.label}`);
  }

  private reached(instant: number | undefined): number {
    if (instant !== undefined) return instant;
    throw new CalendarRangeError(`the answer is outside ${this.label}`);
  }
}
