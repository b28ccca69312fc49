import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CalendarRangeError, WorkCalendar, type LimitUnit } from '../src/index.js';
import { numbers, samples } from './arbitrary.js';
import { MinuteTable } from './minute-table.js';

const HOUR = 3_600_000;
// Global look-ups are slow inside Jest's sandbox.
const { floor, max, min } = Math;
const CALENDARS = 200;
const CASES = 525;
const units: LimitUnit[] = ['m', 'h', 'wm', 'wh', 'wd', 'd'];
const largest: Record<LimitUnit, number> = { m: 5000, h: 90, wm: 3000, wh: 50, wd: 9, d: 20 };

const orNull = (answer: () => Date): number | null => {
  try {
    return answer().getTime();
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
};

describe('the minute counter', () => {
  it('agrees on 105,000 random cases', () => {
    let answered = 0;
    const check = fc.property(samples, fc.integer(), ({ spec, range }, seed) => {
      const calendar = WorkCalendar.compile(spec, range);
      const table = new MinuteTable(spec, range);
      const random = numbers(seed);
      const upTo = (n: number) => floor(random() * n);
      // Half the instants fall on whole minutes, where windows begin and end.
      const instant = () => {
        const at = table.begin + upTo(table.end - table.begin);
        return random() < 0.5 ? at - (at % 60_000) : at;
      };
      for (let i = 0; i < CASES; i++) {
        const from = instant();
        let ours: number | null;
        let theirs: number | null;
        let question: string;
        if (i % 3 === 0) {
          const ms = upTo(2) * upTo(60 * HOUR);
          question = `addOpen ${ms}`;
          ours = orNull(() => calendar.addOpen(new Date(from), ms));
          theirs = ms === 0 ? table.addOpen(from, 1) : table.addOpen(from, ms);
          if (ms === 0 && theirs !== null) theirs -= 1;
        } else if (i % 3 === 1) {
          const to = min(table.end, max(table.begin, from + upTo(240 * HOUR) - 120 * HOUR));
          question = `openBetween ${to}`;
          ours = calendar.openBetween(new Date(from), new Date(to));
          theirs = table.openBetween(from, to);
        } else {
          const unit = units[upTo(units.length)]!;
          const amount = upTo(largest[unit]);
          question = `due ${amount}${unit}`;
          ours = orNull(() => calendar.due(new Date(from), { amount, unit }));
          theirs =
            amount === 0 && unit.startsWith('w') && unit !== 'wd'
              ? orNull(() => calendar.nextOpen(new Date(from)))
              : table.due(from, { amount, unit });
        }
        if (ours !== theirs) throw new Error(`${from} ${question}: ${ours}, counted ${theirs}`);
        if (ours !== null) answered++;
      }
    });
    fc.assert(check, { numRuns: CALENDARS, endOnFailure: true });
    // Most answers lie inside the range, or the comparison would say little.
    expect(answered).toBeGreaterThan(CALENDARS * CASES * 0.8);
  });
});

describe('the algebra of open time', () => {
  const withInstants = fc.record({
    sample: samples,
    instants: fc.array(fc.integer({ min: 0, max: 55 * 24 * HOUR }), { minLength: 3, maxLength: 3 }),
    ms: fc.integer({ min: 0, max: 40 * HOUR }),
  });

  const over = (law: (calendar: WorkCalendar, at: Date[], ms: number) => void) =>
    fc.assert(
      fc.property(withInstants, ({ sample: { spec, range }, instants, ms }) => {
        const begin = Date.parse(range.from) + 24 * HOUR;
        const at = instants.toSorted((a, b) => a - b).map((n) => new Date(begin + n));
        law(WorkCalendar.compile(spec, range), at, ms);
      }),
      { numRuns: 300 },
    );

  it('measures what it added, forwards and backwards', () => {
    over((calendar, [, a], ms) => {
      for (const n of [ms, -ms]) {
        const reached = orNull(() => calendar.addOpen(a!, n));
        if (reached !== null) expect(calendar.openBetween(a!, new Date(reached))).toBe(n + 0);
      }
    });
  });

  it('is additive', () => {
    over((calendar, [a, b, c]) => {
      const parts = calendar.openBetween(a!, b!) + calendar.openBetween(b!, c!);
      expect(calendar.openBetween(a!, c!)).toBe(parts);
      expect(calendar.openBetween(c!, a!) + parts).toBe(0);
    });
  });

  it('adds in two steps what it adds in one', () => {
    over((calendar, [a], ms) => {
      const first = floor(ms / 3);
      const once = orNull(() => calendar.addOpen(a!, ms));
      if (once === null || ms === first) return;
      expect(calendar.addOpen(calendar.addOpen(a!, first), ms - first).getTime()).toBe(once);
    });
  });

  it('never ends earlier for a later start or a longer time', () => {
    over((calendar, [a, b], ms) => {
      const later = orNull(() => calendar.addOpen(b!, ms));
      if (later === null) return;
      expect(calendar.addOpen(a!, ms).getTime()).toBeLessThanOrEqual(later);
      expect(calendar.addOpen(b!, floor(ms / 2)).getTime()).toBeLessThanOrEqual(later);
    });
  });

  it('is open exactly where the next opening is now', () => {
    over((calendar, [a]) => {
      const next = orNull(() => calendar.nextOpen(a!));
      expect(calendar.isOpen(a!)).toBe(next === a!.getTime());
      if (next !== null) expect(calendar.isOpen(new Date(next))).toBe(true);
    });
  });
});
