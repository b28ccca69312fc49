import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type Ring,
  type RoutingRule,
  type When,
  checkRules,
  compileRouter,
  warnRules,
} from '../src/index.js';
import { city, facts, options, rule, ruleSet } from './city.js';

const categories = ['TN-01', 'TN-02', 'CS-01'];
const scope = { categories, wards: ['00070', '00090', '00004'], date: '2025-08-01' };

const warnings = (rules: RoutingRule[], zones: Record<string, Ring> = {}) =>
  warnRules({ ...ruleSet(rules), zones }, city, scope);
const overlaps = (rules: RoutingRule[], zones?: Record<string, Ring>) =>
  warnings(rules, zones)
    .filter(({ code }) => code === 'overlapping')
    .map(({ rule: id, other }) => [other, id]);

const toPower = (id: string, when: When) => rule(id, { when, lead: { agency: 'POWER' } });
const toCenter = (id: string, when: When) => rule(id, { when });

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe('overlapping rules', () => {
  it('are named with both ids, in both languages', () => {
    const [found] = warnings([
      toPower('mark', { categories: ['TN-01'], answers: { mark: ['power'] } }),
      toCenter('word', { categories: ['TN-*'], words: ['cáp'] }),
    ]);
    expect(found).toMatchObject({ rule: 'word', code: 'overlapping', other: 'mark' });
    expect(found?.detail.vi).toContain('mark và word');
    expect(found?.detail.en).toContain('mark and word');
  });

  it('are not those of which one is a special case, that lead alike, or that never meet', () => {
    const special = toPower('special', { categories: ['TN-01'] });
    expect(overlaps([special, toCenter('all', {})])).toEqual([]);
    expect(overlaps([special, toPower('words', { words: ['x'] })])).toEqual([]);
    expect(overlaps([special, toCenter('other', { categories: ['CS-*'] })])).toEqual([]);
    const [day, night] = [
      { categories: ['TN-*'], time: { hours: { from: '06:00', to: '18:00' } } },
      { wards: ['00070'], time: { hours: { from: '18:00', to: '06:00' } } },
    ];
    expect(overlaps([toPower('day', day), toCenter('night', night)])).toEqual([]);
  });

  it('meet in zones that have a point in common', () => {
    const zones = {
      west: square(105, 21, 1),
      east: square(105.5, 21.5, 1),
      far: square(107, 21, 1),
    };
    const west = toPower('w', { zones: ['west'], kinds: ['report'] });
    expect(overlaps([west, toCenter('e', { zones: ['east'] })], zones)).toEqual([['w', 'e']]);
    expect(overlaps([west, toCenter('f', { zones: ['far'] })], zones)).toEqual([]);
    const inner = toCenter('i', { zones: [square(105.2, 21.2, 0.1)] });
    expect(overlaps([west, inner], zones)).toEqual([['w', 'i']]);
  });

  it('are found whenever a complaint meets both, neither covers the other and they lead apart', () => {
    const some = (...values: string[]) =>
      fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
    const when = fc.record({
      categories: some(...categories, 'TN-*'),
      kinds: some('report', 'question'),
      wards: some('00070', '00004'),
      filers: some('person', 'business'),
    });
    fc.assert(
      fc.property(when, when, (a, b) => {
        const both = [toPower('a', a), toCenter('b', b)] as const;
        const routers = both.map((one) => compileRouter(ruleSet([one]), city, options));
        const met = [0, 0, 0];
        for (const category of categories)
          for (const kind of ['report', 'question'])
            for (const ward of ['00070', '00004', '00090'])
              for (const filer of ['person', 'business', 'organisation']) {
                const told = facts({ category, kind, ward, filer });
                const [inA, inB] = routers.map((router) => router.route(told).rule !== null);
                if (inA && inB) met[0]! += 1;
                if (inA && !inB) met[1]! += 1;
                if (!inA && inB) met[2]! += 1;
              }
        const found = overlaps([...both]).length > 0;
        if (found) expect(met[0]).toBeGreaterThan(0);
        if (met.every((count) => count > 0)) expect(found).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an agency without cover', () => {
  const uncovered = (lead: RoutingRule['lead'], when: When = {}) =>
    warnings([rule('R', { lead, when })]).map(({ code, wards }) => [code, wards]);

  it('lists the wards where nobody, or more than one, would lead', () => {
    expect(uncovered({ service: 'water' })).toEqual([['agency-without-cover', ['00090']]]);
    expect(uncovered({ type: 'ward-committee' })).toEqual([['agency-without-cover', ['00090']]]);
    expect(uncovered({ service: 'water' }, { wards: ['00070'] })).toEqual([]);
    expect(uncovered({ service: 'power' })).toEqual([]);
  });

  it('is judged on the date from which the rules would hold', () => {
    const rules = ruleSet([rule('R', { lead: { agency: 'LATER' } })]);
    const on = (date: string) => warnRules(rules, city, { ...scope, date }).length;
    expect([on('2025-08-01'), on('2026-01-01')]).toEqual([1, 0]);
  });

  it('says so of a named agency that has ended without a successor', () => {
    const [found] = warnings([rule('R', { lead: { agency: 'GONE' } })]);
    expect(found).toMatchObject({ rule: 'R', code: 'agency-without-cover' });
    expect(found?.detail.vi).toContain('31/12/2020');
  });
});

describe('the check of a set', () => {
  it('knows an unreachable rule by the new conditions too', () => {
    const dead = (first: When, second: When) =>
      checkRules(ruleSet([toPower('a', first), toPower('b', second)]), city, categories).map(
        ({ rule: id, code }) => `${id} ${code}`,
      );
    const night = { time: { hours: { from: '22:00', to: '05:00' } } };
    expect(dead(night, { time: { hours: { from: '23:00', to: '24:00' } } })).toEqual([
      'b broken-condition',
    ]);
    expect(dead(night, { time: { hours: { from: '23:00', to: '23:30' } } })).toEqual([
      'b unreachable',
    ]);
    expect(dead({ filers: ['person'] }, { filers: ['person'], wards: ['1'] })).toEqual([
      'b unreachable',
    ]);
    expect(dead({ filers: ['person'] }, {})).toEqual([]);
  });
});
