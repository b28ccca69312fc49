import { describe, expect, it } from '@jest/globals';
import { parseLimit, WorkCalendar } from '../src/index.js';
import { at, hanoi } from './hanoi.js';

const before = WorkCalendar.compile(hanoi(1));
const after = WorkCalendar.compile(hanoi(2));

describe('deadlines of Hanoi', () => {
  it.each([
    ['2026-02-13 16:50', '8wh', '2026-02-23 16:50', 'over Tết'],
    ['2026-08-21 15:00', '8wh', '2026-08-22 15:00', 'working Saturday'],
    ['2026-08-20 09:00', '3wd', '2026-08-24 17:00', 'Saturday counts'],
    ['2026-08-28 16:00', '8wh', '2026-09-03 16:00', 'five days off'],
    ['2025-12-31 16:00', '8wh', '2026-01-05 16:00', 'after the decision of 25/12/2025'],
    ['2026-04-24 17:30', '8wh', '2026-04-28 17:00', 'after hours; compensation Monday'],
    ['2026-04-28 09:00', '3wd', '2026-05-05 17:00', '30/4-3/5'],
    ['2026-03-10 12:30', '4wh', '2026-03-10 17:00', 'lunch break'],
    ['2026-03-14 09:00', '4wh', '2026-03-16 12:00', 'weekend'],
    ['2026-02-06 10:00', '10d', '2026-02-23 17:00', 'ends in Tết'],
  ])('%s + %s = %s (%s)', (start, limit, due) => {
    expect(after.due(at(start), parseLimit(limit))).toEqual(at(due));
  });

  it('are earlier under the version before the decision of 25/12/2025', () => {
    const start = at('2025-12-31 16:00');
    expect(before.due(start, parseLimit('8wh'))).toEqual(at('2026-01-02 16:00'));
    expect(before.spec.version).toBe(1);
  });
});
