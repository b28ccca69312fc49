import { describe, expect, it } from '@jest/globals';
import { formatLimit, LimitError, parseLimit, type LimitUnit } from '../src/index.js';

describe('parseLimit', () => {
  it.each([
    ['8wh', 8, 'wh'],
    ['30m', 30, 'm'],
    ['90wm', 90, 'wm'],
    ['3wd', 3, 'wd'],
    ['10d', 10, 'd'],
    ['2h', 2, 'h'],
    ['0m', 0, 'm'],
  ])('reads %s', (text, amount, unit) => {
    expect(parseLimit(text)).toEqual({ amount, unit });
  });

  it.each(['', '8', 'wh', '8 wh', ' 8wh', '8WH', '-1h', '1.5h', '1w', '8wh ', '1234567d', '٣d'])(
    'refuses %j',
    (text) => {
      expect(() => parseLimit(text)).toThrow(LimitError);
    },
  );

  it.each(['constructor', 'valueOf', 'toString'])('does not take %s for a unit', (unit) => {
    expect(() => parseLimit(`1${unit.toLowerCase()}`)).toThrow(LimitError);
    expect(() => formatLimit({ amount: 1, unit: unit as LimitUnit }, 'vi')).toThrow(LimitError);
  });
});

describe('formatLimit', () => {
  it.each([
    ['8wh', '8 giờ làm việc', '8 working hours'],
    ['1wh', '1 giờ làm việc', '1 working hour'],
    ['30m', '30 phút', '30 minutes'],
    ['45wm', '45 phút làm việc', '45 working minutes'],
    ['2h', '2 giờ', '2 hours'],
    ['3wd', '3 ngày làm việc', '3 working days'],
    ['1d', '1 ngày', '1 day'],
  ])('words %s', (text, vi, en) => {
    expect(formatLimit(parseLimit(text), 'vi')).toBe(vi);
    expect(formatLimit(parseLimit(text), 'en')).toBe(en);
  });
});
