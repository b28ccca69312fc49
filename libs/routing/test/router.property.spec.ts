import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type Agency,
  type RoutingFacts,
  type RoutingRule,
  type ServiceArea,
  type Target,
  compileRouter,
} from '../src/index.js';
import { options, ruleSet } from './city.js';

const CODES = ['A', 'B', 'C', 'D', 'E'];
const SERVICES = ['water', 'power'];
const TYPES = ['committee', 'police'];
const WARDS = ['1', '2'];
const CATEGORIES = ['TN-01', 'TN-02', 'CS-01'];

const one = <T>(...values: T[]) => fc.constantFrom(...values);
const orNone = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const some = (...values: string[]) => fc.subarray(values, { minLength: 1 });

const from = one('2018-01-01', '2025-03-01', '2025-07-01');
const to = orNone(one('2020-12-31', '2025-02-28', '2025-06-30'));

const agencies: fc.Arbitrary<Agency[]> = fc.tuple(
  ...CODES.map((code) =>
    fc.record({
      code: fc.constant(code),
      type: one(...TYPES),
      name: fc.constant({ vi: `Đơn vị ${code}`, en: code }),
      parent: fc.constant(null),
      ward: orNone(one(...WARDS)),
      validFrom: from,
      validTo: to,
      successor: orNone(one(...CODES, 'MISSING')),
    }),
  ),
);

const serviceAreas: fc.Arbitrary<ServiceArea[]> = fc.array(
  fc.record({
    agency: one(...CODES),
    service: one(...SERVICES),
    wards: fc.oneof(fc.constant('all' as const), some(...WARDS)),
    validFrom: from,
    validTo: to,
  }),
  { maxLength: 6 },
);

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ agency: one(...CODES, 'MISSING') }),
  fc.record({ service: one(...SERVICES) }),
  fc.record({ type: one(...TYPES) }),
);

const rules: fc.Arbitrary<RoutingRule[]> = fc
  .array(
    fc.record({
      categories: maybe(some(...CATEGORIES, 'TN-*')),
      words: maybe(some('ngập', 'đèn')),
      wards: maybe(some(...WARDS)),
      lead: target,
      supporting: fc.array(target, { maxLength: 4 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ categories, words, wards, ...rest }, at) => ({
      id: `R${at}`,
      when: { categories, words, wards },
      because: { vi: 'lý do', en: 'reason' },
      ...rest,
    })),
  );

const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  category: orNone(one(...CATEGORIES, 'XX-01')),
  kind: fc.constant('report'),
  about: fc.constant(null),
  urgency: fc.constant('normal'),
  ward: orNone(one(...WARDS, '3')),
  point: fc.constant(null),
  filer: fc.constant(null),
  at: one('2019-05-01T00:00:00Z', '2025-02-28T17:00:00Z', '2025-08-01T00:00:00Z'),
  text: one('', 'ngập', 'đèn hỏng'),
  answers: fc.constant({}),
});

const LOCAL_DATE: Record<string, string> = {
  '2019-05-01T00:00:00Z': '2019-05-01',
  '2025-02-28T17:00:00Z': '2025-03-01',
  '2025-08-01T00:00:00Z': '2025-08-01',
};

describe('every decision', () => {
  it('is repeatable, explained, and names only agencies that exist then', () => {
    fc.assert(
      fc.property(agencies, serviceAreas, rules, facts, (people, areas, list, about) => {
        const directory = { agencies: people, serviceAreas: areas };
        const router = compileRouter(ruleSet(list), directory, options);
        const decision = router.route(about);
        expect(router.route(about)).toEqual(decision);
        expect(compileRouter(ruleSet(list), directory, options).route(about)).toEqual(decision);

        const { lead, supporting, assign, confidence, reasons } = decision;
        expect(assign).toBe(lead !== null && confidence >= 0.8);
        expect(supporting).not.toContain(lead);
        expect(new Set(supporting).size).toBe(supporting.length);
        expect(reasons.length).toBeGreaterThan(1);
        for (const { vi, en } of reasons) {
          expect(`${vi}${en}`).not.toMatch(/undefined|null|NaN/);
          expect(vi.endsWith('.') && en.endsWith('.')).toBe(true);
        }

        const date = LOCAL_DATE[about.at] ?? '';
        for (const code of lead === null ? supporting : [lead, ...supporting]) {
          const found = people.find((agency) => agency.code === code);
          expect(found && found.validFrom <= date && date <= (found.validTo ?? '9999')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is by the first rule that holds, as a plain reading of the list finds it', () => {
    fc.assert(
      fc.property(agencies, rules, facts, (people, list, about) => {
        const router = compileRouter(
          ruleSet(list),
          { agencies: people, serviceAreas: [] },
          options,
        );
        const { category, ward, text } = about;
        const first = list.find(({ when }) => {
          const { categories, words, wards } = when;
          const inCategory =
            !categories ||
            (category !== null &&
              (categories.includes(category) ||
                (categories.includes('TN-*') && category.startsWith('TN-'))));
          const inWard = !wards || (ward !== null && wards.includes(ward));
          return inCategory && inWard && (!words || words.some((word) => text.includes(word)));
        });
        expect(router.route(about).rule).toBe(first?.id ?? null);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the directory', () => {
    fc.assert(
      fc.property(agencies, serviceAreas, rules, facts, (people, areas, list, about) => {
        const route = (directory: { agencies: Agency[]; serviceAreas: ServiceArea[] }) => {
          const { lead, supporting } = compileRouter(ruleSet(list), directory, options).route(
            about,
          );
          return { lead, supporting };
        };
        expect(route({ agencies: people.toReversed(), serviceAreas: areas.toReversed() })).toEqual(
          route({ agencies: people, serviceAreas: areas }),
        );
      }),
      { numRuns: 150 },
    );
  });
});
