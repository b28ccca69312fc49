import { describe, expect, it } from '@jest/globals';
import { CalendarRangeError, LimitError, WorkCalendar, type CalendarSpec } from '../src/index.js';
import { at, hanoi } from './hanoi.js';

const HOUR = 3_600_000;
const calendar = WorkCalendar.compile(hanoi());
const allDay = [{ from: '00:00', to: '24:00' }];

describe('WorkCalendar', () => {
  it('opens at the first minute and is closed at the last', () => {
    expect(calendar.isOpen(at('2026-03-10 08:00'))).toBe(true);
    expect(calendar.isOpen(at('2026-03-10 11:59'))).toBe(true);
    expect(calendar.isOpen(at('2026-03-10 12:00'))).toBe(false);
    expect(calendar.isOpen(at('2026-03-10 07:59'))).toBe(false);
    expect(calendar.nextOpen(at('2026-03-10 12:00'))).toEqual(at('2026-03-10 13:00'));
    expect(calendar.nextOpen(at('2026-03-10 13:00'))).toEqual(at('2026-03-10 13:00'));
    expect(calendar.nextOpen(at('2026-03-13 17:00'))).toEqual(at('2026-03-16 08:00'));
  });

  it('adds open time to the end of a window, not the start of the next', () => {
    expect(calendar.addOpen(at('2026-03-10 08:00'), 4 * HOUR)).toEqual(at('2026-03-10 12:00'));
    expect(calendar.addOpen(at('2026-03-10 08:00'), 8 * HOUR)).toEqual(at('2026-03-10 17:00'));
    expect(calendar.addOpen(at('2026-03-10 12:00'), 0)).toEqual(at('2026-03-10 13:00'));
    expect(calendar.addOpen(at('2026-03-10 09:00'), 0)).toEqual(at('2026-03-10 09:00'));
    expect(calendar.addOpen(at('2026-03-10 12:00'), 1)).toEqual(at('2026-03-10 13:00:00.001'));
  });

  it('counts backwards to the start of a window', () => {
    expect(calendar.addOpen(at('2026-03-10 17:00'), -8 * HOUR)).toEqual(at('2026-03-10 08:00'));
    expect(calendar.addOpen(at('2026-03-16 09:00'), -2 * HOUR)).toEqual(at('2026-03-13 16:00'));
  });

  it('measures open time in both directions', () => {
    expect(calendar.openBetween(at('2026-02-13 16:00'), at('2026-02-23 09:00'))).toBe(2 * HOUR);
    expect(calendar.openBetween(at('2026-02-23 09:00'), at('2026-02-13 16:00'))).toBe(-2 * HOUR);
    expect(calendar.openBetween(at('2026-02-14 00:00'), at('2026-02-22 00:00'))).toBe(0);
  });

  it('runs wall time through the night', () => {
    const filed = at('2026-02-13 16:50');
    expect(calendar.due(filed, { amount: 30, unit: 'm' })).toEqual(at('2026-02-13 17:20'));
    expect(calendar.due(filed, { amount: 2, unit: 'h' })).toEqual(at('2026-02-13 18:50'));
    expect(calendar.due(filed, { amount: 30, unit: 'wm' })).toEqual(at('2026-02-23 08:20'));
  });

  it('reads zero days as the end of today, or of the next working day', () => {
    const none = { amount: 0, unit: 'wd' } as const;
    expect(calendar.due(at('2026-03-10 18:00'), none)).toEqual(at('2026-03-10 17:00'));
    expect(calendar.due(at('2026-03-14 09:00'), none)).toEqual(at('2026-03-16 17:00'));
    expect(calendar.due(at('2026-03-14 09:00'), { amount: 0, unit: 'd' })).toEqual(
      at('2026-03-16 17:00'),
    );
  });

  it('takes the day of the calendar zone, not of UTC', () => {
    const oneDay = { amount: 1, unit: 'wd' } as const;
    expect(calendar.due(at('2026-03-10 00:00'), oneDay)).toEqual(at('2026-03-11 17:00'));
    expect(calendar.due(at('2026-03-10 23:59'), oneDay)).toEqual(at('2026-03-11 17:00'));
  });

  it('gives a made-up day the hours of the day it replaces, or its own', () => {
    const spec = hanoi();
    spec.weeks[0]!.hours[5] = [{ from: '07:30', to: '11:30' }];
    const reason = { vi: 'Làm bù', en: 'Made up' };
    spec.days.push({ date: '2026-03-14', kind: 'work', as: 5, reason });
    const windows = [{ from: '09:00', to: '10:00' }];
    spec.days.push({ date: '2026-03-15', kind: 'work', windows, reason });
    const swapped = WorkCalendar.compile(spec);
    const open = (from: string, to: string) => swapped.openBetween(at(from), at(to)) / HOUR;
    expect(open('2026-03-14 00:00', '2026-03-15 00:00')).toBe(4);
    expect(open('2026-03-15 00:00', '2026-03-16 00:00')).toBe(1);
  });

  it('changes hours on the date they are valid from, in whatever order they are listed', () => {
    const spec = { ...hanoi(), days: [] };
    const summer = [{ from: '07:30', to: '11:30' }];
    spec.weeks.unshift({ validFrom: '2026-04-01', hours: { 3: summer } });
    const seasons = WorkCalendar.compile(spec);
    expect(seasons.nextOpen(at('2026-03-31 17:00'))).toEqual(at('2026-04-01 07:30'));
    expect(seasons.nextOpen(at('2026-04-01 11:30'))).toEqual(at('2026-04-08 07:30'));
    expect(seasons.isOpen(at('2026-03-31 16:59'))).toBe(true);
    // Before the earliest validity the earliest hours hold.
    const old = WorkCalendar.compile(hanoi(), { from: '2011-01-01', to: '2011-02-01' });
    expect(old.isOpen(at('2011-01-03 08:00'))).toBe(true);
  });

  it('has no seam at midnight when a night is open', () => {
    const night = [
      { from: '00:00', to: '06:00' },
      { from: '18:00', to: '24:00' },
    ];
    const hours = { 1: night, 2: night };
    const spec = { ...hanoi(), weeks: [{ validFrom: '2020-01-01', hours }], days: [] };
    const nights = WorkCalendar.compile(spec);
    expect(nights.isOpen(at('2026-03-10 00:00'))).toBe(true);
    expect(nights.addOpen(at('2026-03-09 23:00'), 2 * HOUR)).toEqual(at('2026-03-10 01:00'));
    expect(nights.due(at('2026-03-09 23:00'), { amount: 1, unit: 'wd' })).toEqual(
      at('2026-03-11 00:00'),
    );
  });

  it('never closes when continuous', () => {
    const urgent = WorkCalendar.compile({ ...hanoi(), kind: 'continuous', weeks: [], days: [] });
    const filed = at('2026-02-17 02:00');
    expect(urgent.isOpen(filed)).toBe(true);
    expect(urgent.nextOpen(filed)).toEqual(filed);
    expect(urgent.due(filed, { amount: 4, unit: 'wh' })).toEqual(at('2026-02-17 06:00'));
    expect(urgent.due(filed, { amount: 2, unit: 'wd' })).toEqual(at('2026-02-19 02:00'));
    expect(urgent.due(filed, { amount: 2, unit: 'd' })).toEqual(at('2026-02-19 02:00'));
    expect(urgent.openBetween(filed, at('2026-02-17 03:00'))).toBe(HOUR);
    expect(urgent.due(at('2060-01-01 00:00'), { amount: 1, unit: 'wm' })).toEqual(
      at('2060-01-01 00:01'),
    );
  });

  it('refuses instants and answers outside the compiled range', () => {
    const march = WorkCalendar.compile(hanoi(), { from: '2026-03-01', to: '2026-04-01' });
    const day = { amount: 1, unit: 'wd' } as const;
    const last = at('2026-03-31 16:00');
    expect(march.openBetween(last, at('2026-04-01 00:00'))).toBe(HOUR);
    expect(march.addOpen(last, HOUR)).toEqual(at('2026-03-31 17:00'));
    for (const beyond of [
      () => march.isOpen(at('2026-04-01 00:00')),
      () => march.isOpen(at('2026-02-28 23:59')),
      () => march.isOpen(new Date(NaN)),
      () => march.nextOpen(at('2026-03-31 17:00')),
      () => march.addOpen(last, HOUR + 1),
      () => march.addOpen(last, NaN),
      () => march.addOpen(last, Infinity),
      () => march.addOpen(at('2026-03-01 09:00'), -1),
      () => march.openBetween(last, at('2026-04-01 00:01')),
      () => march.due(last, day),
      () => march.due(last, { amount: 1, unit: 'd' }),
      () => march.due(last, { amount: 400, unit: 'd' }),
      () => march.due(last, { amount: Number.MAX_SAFE_INTEGER, unit: 'h' }),
    ]) {
      expect(beyond).toThrow(CalendarRangeError);
    }
    expect(() => march.due(last, { amount: -1, unit: 'wh' })).toThrow(LimitError);
    expect(() => march.due(last, { amount: 0.5, unit: 'wh' })).toThrow(LimitError);
  });

  it('has an answer for a calendar that never opens', () => {
    const spec = { ...hanoi(), weeks: [{ validFrom: '2020-01-01', hours: {} }], days: [] };
    const shut = WorkCalendar.compile(spec);
    expect(shut.openBetween(at('2026-01-01 00:00'), at('2027-01-01 00:00'))).toBe(0);
    expect(() => shut.nextOpen(at('2026-01-01 00:00'))).toThrow(CalendarRangeError);
  });
});

describe('a zone with summer time', () => {
  const newYork = WorkCalendar.compile({
    code: 'new-york',
    version: 1,
    timeZone: 'America/New_York',
    kind: 'working',
    weeks: [{ validFrom: '2020-01-01', hours: { 1: office(), 5: office(), 6: allDay, 7: allDay } }],
    days: [],
  });
  function office() {
    return [{ from: '09:00', to: '17:00' }];
  }

  it('keeps local hours on both sides of the changes', () => {
    expect(newYork.nextOpen(new Date('2026-03-06T23:00Z'))).toEqual(new Date('2026-03-07T05:00Z'));
    expect(newYork.isOpen(new Date('2026-03-06T14:00Z'))).toBe(true);
    expect(newYork.isOpen(new Date('2026-03-06T13:59Z'))).toBe(false);
    expect(newYork.isOpen(new Date('2026-03-09T13:00Z'))).toBe(true);
    expect(newYork.isOpen(new Date('2026-03-09T12:59Z'))).toBe(false);
    expect(newYork.isOpen(new Date('2026-11-02T13:59Z'))).toBe(false);
    expect(newYork.isOpen(new Date('2026-11-02T14:00Z'))).toBe(true);
  });

  it('counts 23 hours on the day put forward and 25 on the day put back', () => {
    const hours = (from: string, to: string) =>
      newYork.openBetween(new Date(from), new Date(to)) / HOUR;
    expect(hours('2026-03-08T05:00Z', '2026-03-09T04:00Z')).toBe(23);
    expect(hours('2026-11-01T04:00Z', '2026-11-02T05:00Z')).toBe(25);
    expect(newYork.addOpen(new Date('2026-03-08T06:00Z'), 2 * HOUR)).toEqual(
      new Date('2026-03-08T08:00Z'),
    );
  });

  it('ends calendar and working days by the local clock', () => {
    const friday = new Date('2026-03-06T15:00Z');
    expect(newYork.due(friday, { amount: 3, unit: 'd' })).toEqual(new Date('2026-03-09T21:00Z'));
    expect(newYork.due(friday, { amount: 2, unit: 'wd' })).toEqual(new Date('2026-03-09T04:00Z'));
  });

  it('opens a window that starts in the skipped hour when the clocks jump', () => {
    const hours = { 7: [{ from: '02:30', to: '04:00' }] };
    const spec = { ...newYork.spec, weeks: [{ validFrom: '2020-01-01', hours }] };
    const early = WorkCalendar.compile(spec);
    expect(early.nextOpen(new Date('2026-03-08T05:00Z'))).toEqual(new Date('2026-03-08T07:00Z'));
    const swallowed = WorkCalendar.compile({
      ...spec,
      weeks: [{ validFrom: '2020-01-01', hours: { 7: [{ from: '02:00', to: '03:00' }] } }],
    });
    expect(swallowed.nextOpen(new Date('2026-03-08T05:00Z'))).toEqual(
      new Date('2026-03-15T06:00Z'),
    );
  });

  it('skips the day that Samoa skipped', () => {
    const hours = { 4: allDay, 5: allDay, 6: allDay };
    const samoa = WorkCalendar.compile(
      {
        ...newYork.spec,
        timeZone: 'Pacific/Apia',
        weeks: [{ validFrom: '2000-01-01', hours }],
      },
      { from: '2011-12-01', to: '2012-02-01' },
    );
    const thursday = new Date('2011-12-29T20:00Z');
    const saturdayEnd = new Date('2011-12-31T10:00Z');
    expect(samoa.due(thursday, { amount: 1, unit: 'wd' })).toEqual(saturdayEnd);
    expect(samoa.openBetween(thursday, saturdayEnd)).toBe(38 * HOUR);
  });
});

type Day = CalendarSpec['days'][number];

describe('hours that differ', () => {
  const reason = { vi: 'Theo thông báo', en: 'As announced' };
  const summer = (from: string, to: string) => [
    { from, to: '11:30' },
    { from: '13:30', to },
  ];
  const season = {
    validFrom: '2026-04-16',
    validTo: '2026-10-15',
    hours: {
      1: summer('07:00', '17:00'),
      2: summer('07:00', '17:00'),
      3: summer('07:00', '17:00'),
    },
  };
  const desk = { validFrom: '2026-11-01', hours: { 6: [{ from: '08:00', to: '11:30' }] } };
  const half: Day = { date: '2026-02-13', kind: 'half', part: 'morning', reason };
  const oath: Day = { date: '2026-03-16', kind: 'half', part: 'afternoon', reason };
  const late: Day = {
    date: '2026-03-12',
    kind: 'work',
    windows: [{ from: '09:00', to: '20:00' }],
    reason,
  };
  const spec = hanoi();
  const seasons = WorkCalendar.compile({
    ...spec,
    weeks: [...spec.weeks, season, desk],
    days: [...spec.days, half, oath, late],
  });

  it('by season: after its last day the hours before it hold again', () => {
    expect(seasons.isOpen(at('2026-04-15 07:30'))).toBe(false);
    expect(seasons.isOpen(at('2026-04-20 07:30'))).toBe(true);
    expect(seasons.isOpen(at('2026-10-14 07:30'))).toBe(true);
    expect(seasons.isOpen(at('2026-10-19 07:30'))).toBe(false);
    expect(seasons.isOpen(at('2026-10-19 11:45'))).toBe(true);
  });

  it('on a Saturday morning', () => {
    expect(seasons.isOpen(at('2026-11-07 09:00'))).toBe(true);
    expect(seasons.nextOpen(at('2026-11-07 11:30'))).toEqual(at('2026-11-14 08:00'));
  });

  it('on half a day: a working day that ends at noon, or begins after it', () => {
    expect(seasons.due(at('2026-02-12 09:00'), { amount: 1, unit: 'wd' })).toEqual(
      at('2026-02-13 12:00'),
    );
    expect(seasons.addOpen(at('2026-02-13 11:00'), 2 * HOUR)).toEqual(at('2026-02-23 09:00'));
    expect(seasons.nextOpen(at('2026-03-16 08:00'))).toEqual(at('2026-03-16 13:00'));
  });

  it('on one day alone', () => {
    expect(seasons.openBetween(at('2026-03-12 00:00'), at('2026-03-13 00:00'))).toBe(11 * HOUR);
    expect(seasons.openBetween(at('2026-03-13 00:00'), at('2026-03-14 00:00'))).toBe(8 * HOUR);
  });
});
