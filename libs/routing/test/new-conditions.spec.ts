import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  BrokenRuleSet,
  type Ring,
  type RoutingFacts,
  type RoutingRule,
  type RuleSet,
  type When,
  checkRules,
  compileRouter,
} from '../src/index.js';
import { holdsAt, timeIncludes, timesMeet } from '../src/time-condition.js';
import { city, facts, options, rule, ruleSet } from './city.js';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

const chosen = (when: When, about: Partial<RoutingFacts>, zones: Record<string, Ring> = {}) =>
  compileRouter({ ...ruleSet([rule('R', { when })]), zones }, city, options).route(facts(about));

describe('a zone', () => {
  const zones = { lake: square(105.84, 21.02, 0.02) };
  const inLake = { point: { lat: 21.03, lon: 105.85 } };

  it('holds for points in it, by name or as a ring, and never without a point', () => {
    expect(chosen({ zones: ['lake'] }, inLake, zones).rule).toBe('R');
    expect(chosen({ zones: [square(105.84, 21.02, 0.02)] }, inLake).rule).toBe('R');
    expect(chosen({ zones: ['lake'] }, { point: { lat: 21.05, lon: 105.85 } }, zones).rule).toBe(
      null,
    );
    expect(chosen({ zones: ['lake'] }, { point: null }, zones).rule).toBeNull();
  });

  it('is told in the reasons and the facts, which hold no point', () => {
    const decision = chosen({ zones: ['lake'] }, inLake, zones);
    expect(decision.facts.zone).toBe('lake');
    expect(decision.reasons.map(({ vi }) => vi)).toContain(
      'Vị trí nằm trong vùng “lake” của quy tắc.',
    );
    expect(JSON.stringify(decision.facts)).not.toContain('105.8');
  });
});

describe('a time', () => {
  it.each<[string, NonNullable<When['time']>, string, boolean]>([
    ['within the hours', { hours: { from: '06:00', to: '18:00' } }, '2026-03-10T06:00', true],
    ['at their end', { hours: { from: '06:00', to: '18:00' } }, '2026-03-10T18:00', false],
    ['over midnight', { hours: { from: '22:00', to: '05:00' } }, '2026-03-10T01:30', true],
    ['outside midnight', { hours: { from: '22:00', to: '05:00' } }, '2026-03-10T12:00', false],
    ['on a Tuesday', { days: [2] }, '2026-03-10T12:00', true],
    ['not on a weekend', { days: [6, 7] }, '2026-03-10T12:00', false],
    ['on a Sunday', { days: [7] }, '2026-03-15T23:59', true],
    [
      'in the season',
      { dates: { from: '2026-03-10', to: '2026-03-10' } },
      '2026-03-10T23:59',
      true,
    ],
    ['after it', { dates: { to: '2026-03-09' } }, '2026-03-10T00:00', false],
  ])('holds %s', (_, time, local, holds) => {
    expect(chosen({ time }, { at: `${local}:00+07:00` }).rule).toBe(holds ? 'R' : null);
  });

  it('is read on the clock of the city, whatever the offset of the instant', () => {
    const night = { time: { hours: { from: '00:00', to: '01:00' }, days: [3] } };
    expect(chosen(night, { at: '2026-03-10T17:30:00Z' }).rule).toBe('R');
  });
});

describe('the kind of filer', () => {
  it('holds for those named, and not where nobody has said', () => {
    const when = { filers: ['organisation', 'business'] };
    expect(chosen(when, { filer: 'business' }).rule).toBe('R');
    expect(chosen(when, { filer: 'person' }).rule).toBeNull();
    expect(chosen(when, { filer: null }).rule).toBeNull();
  });
});

describe('the facts of a decision', () => {
  it('have the answers that the rule names, and no other: they may be free text', () => {
    const answers = { lamp: 'out', name: 'Trần Văn A' };
    const { facts: seen } = chosen({ answers: { lamp: ['out'] } }, { answers, text: 'bí mật' });
    expect(seen).toEqual({
      category: 'KH-02',
      kind: 'report',
      urgency: 'normal',
      ward: '00070',
      filer: null,
      at: '2025-08-01T09:00:00+07:00',
      answers: { lamp: 'out' },
      zone: null,
    });
  });
});

describe('a condition that cannot be read', () => {
  const broken = (when: unknown, more: Partial<RuleSet> = {}) => ({
    ...ruleSet([rule('good'), rule('bad', { when: when as When })]),
    ...more,
  });

  it.each<[string, unknown]>([
    ['an unknown key', { category: ['TN-01'] }],
    ['no list', { wards: '00070' }],
    ['a list of numbers', { wards: [70] }],
    ['an unknown zone', { zones: ['nowhere'] }],
    ['a ring that is not closed', { zones: [square(1, 1, 1).slice(0, 4)] }],
    ['an hour of no clock', { time: { hours: { from: '25:00', to: '26:00' } } }],
    ['the same hour twice', { time: { hours: { from: '06:00', to: '06:00' } } }],
    ['a day of no week', { time: { days: [0] } }],
    ['a date of no month', { time: { dates: { from: '2026-13-01' } } }],
    ['a time with something else', { time: { moon: 'full' } }],
    ['answers without lists', { answers: { q: 'yes' } }],
    ['no conditions at all', null],
  ])('is found by the check and refused by the router: %s', (_, when) => {
    const found = checkRules(broken(when), city, ['TN-01']);
    expect(found.map(({ rule: id, code }) => [id, code])).toEqual([['bad', 'broken-condition']]);
    const compile = () => compileRouter(broken(when), city, options);
    expect(compile).toThrow(BrokenRuleSet);
    expect(compile).toThrow('bad');
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['rules of no list', { ...ruleSet([]), rules: {} }],
    ['a zone of one point', { ...ruleSet([]), zones: { z: [[1, 1]] } }],
    ['a rule without reason', ruleSet([{ ...rule('a'), because: undefined } as never])],
    ['a target of two kinds', ruleSet([rule('a', { lead: { agency: 'X', type: 'y' } as never })])],
    ['a misspelt key of a rule', ruleSet([{ ...rule('a'), suporting: [] } as RoutingRule])],
  ])('so is a set of %s', (_, set) => {
    expect(checkRules(set as RuleSet, city, [])).not.toEqual([]);
    expect(() => compileRouter(set as RuleSet, city, options)).toThrow(BrokenRuleSet);
  });
});

const hour = fc.integer({ min: 0, max: 47 }).map((half) => {
  const clock = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
  return clock;
});
const time = fc.record(
  {
    hours: fc
      .tuple(hour, hour)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to })),
    days: fc.subarray([1, 2, 6, 7], { minLength: 1 }),
    dates: fc.record(
      { from: fc.constantFrom('2026-03-09', '2026-03-11'), to: fc.constantFrom('2026-03-12') },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const moment = fc.record({
  date: fc.constantFrom('2026-03-08', '2026-03-10', '2026-03-12', '2026-03-14'),
  time: hour,
  weekday: fc.integer({ min: 1, max: 7 }),
});

describe('inclusion and meeting of times', () => {
  it('agree with every moment', () => {
    fc.assert(
      fc.property(time, time, moment, (a, b, at) => {
        const [inA, inB] = [holdsAt(a, at), holdsAt(b, at)];
        if (timeIncludes(a, b) && inB) expect(inA).toBe(true);
        if (inA && inB) expect(timesMeet(a, b)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
