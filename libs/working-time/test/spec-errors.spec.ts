import { describe, expect, it } from '@jest/globals';
import { CalendarSpecError, WorkCalendar, type CalendarSpec } from '../src/index.js';
import { hanoi } from './hanoi.js';

const reason = { vi: 'Nghỉ', en: 'Off' };
const valid = (): CalendarSpec => ({ ...hanoi(), days: [] });

const week = (windows: unknown, weekday = '1') =>
  ({ weeks: [{ validFrom: '2020-01-01', hours: { [weekday]: windows } }] }) as object;
const day = (entry: object) => ({ days: [{ date: '2026-03-10', kind: 'off', reason, ...entry }] });

describe('a malformed calendar', () => {
  it.each<[string, string, object]>([
    ['no name', 'code', { code: '' }],
    ['a fractional version', 'version', { version: 1.5 }],
    ['another kind', 'kind', { kind: 'sometimes' }],
    ['an unknown zone', 'timeZone', { timeZone: 'Asia/Hanoi' }],
    ['no zone', 'timeZone', { timeZone: undefined }],
    ['no weeks', 'weeks', { weeks: [] }],
    ['weeks that are no list', 'weeks', { weeks: {} }],
    ['a week that is none', 'weeks[0]', { weeks: [null] }],
    ['a week without hours', 'weeks[0].hours', { weeks: [{ validFrom: '2020-01-01' }] }],
    ['a bad date', 'weeks[0].validFrom', { weeks: [{ validFrom: '2020-1-1', hours: {} }] }],
    [
      'two weeks from one day',
      'weeks[1].validFrom',
      { weeks: [...valid().weeks, ...valid().weeks] },
    ],
    ['weekday 0', 'weeks[0].hours.0', week([], '0')],
    ['weekday 8', 'weeks[0].hours.8', week([], '8')],
    ['windows that are no list', 'weeks[0].hours.1', week('08:00-12:00')],
    ['a window that is none', 'weeks[0].hours.1[0].from', week([null])],
    ['an unpadded time', 'weeks[0].hours.1[0].from', week([{ from: '8:00', to: '12:00' }])],
    ['a time past midnight', 'weeks[0].hours.1[0].to', week([{ from: '08:00', to: '24:01' }])],
    ['an empty window', 'weeks[0].hours.1[0].to', week([{ from: '08:00', to: '08:00' }])],
    ['a backward window', 'weeks[0].hours.1[0].to', week([{ from: '22:00', to: '06:00' }])],
    [
      'overlapping windows',
      'weeks[0].hours.1[1].from',
      week([
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ]),
    ],
    [
      'adjacent windows',
      'weeks[0].hours.1[1].from',
      week([
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '17:00' },
      ]),
    ],
    [
      'unsorted windows',
      'weeks[0].hours.1[1].from',
      week([
        { from: '13:00', to: '17:00' },
        { from: '08:00', to: '12:00' },
      ]),
    ],
    ['a date that does not exist', 'days[0].date', day({ date: '2026-02-30' })],
    ['a day of another kind', 'days[0].kind', day({ kind: 'quarter' })],
    ['a half day of no part', 'days[0].part', day({ kind: 'half' })],
    ['a half day with windows', 'days[0].windows', day({ kind: 'half', windows: [] })],
    [
      'a half day of a day of rest',
      'days[0].as',
      day({ date: '2026-03-14', kind: 'half', part: 'morning' }),
    ],
    [
      'a season that ends before it begins',
      'weeks[1].validTo',
      { weeks: [...valid().weeks, { validFrom: '2026-04-01', validTo: '2026-03-31', hours: {} }] },
    ],
    [
      'nothing outside of its season',
      'weeks',
      { weeks: [{ validFrom: '2026-04-01', validTo: '2026-09-30', hours: {} }] },
    ],
    ['a day off with windows', 'days[0].windows', day({ windows: [] })],
    ['a working day without hours', 'days[0].windows', day({ kind: 'work', windows: [] })],
    ['a working day as a day of rest', 'days[0].as', day({ kind: 'work', as: 7 })],
    ['a working day as no weekday', 'days[0].as', day({ kind: 'work', as: 8 })],
    ['a day without reason', 'days[0].reason', day({ reason: undefined })],
    ['a day named twice', 'days[1].date', { days: [...day({}).days, ...day({}).days] }],
  ])('with %s is refused at %s', (_, field, change) => {
    const compile = () => WorkCalendar.compile({ ...valid(), ...change } as CalendarSpec);
    expect(compile).toThrow(CalendarSpecError);
    expect(compile).toThrow(expect.objectContaining({ field, code: 'calendar.invalid' }));
  });

  it.each([
    ['range.from', { from: 'today', to: '2026-01-01' }],
    ['range.to', { from: '2026-01-01', to: '2026-01-01' }],
  ])('with a bad %s is refused', (field, range) => {
    const compile = () => WorkCalendar.compile(valid(), range);
    expect(compile).toThrow(expect.objectContaining({ field }));
  });
});
