import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  caseOf,
  policyFaults,
  termsOf,
  termsUnder,
  type CategoryLimits,
  type Matter,
  type Policy,
  type PolicyCase,
} from '#deadlines';
import { kinds, urgencies } from '#lifecycle';
import { book } from './support/office.js';

const policy = book().policy();
const name = { vi: 'Mùa bão', en: 'Storm season' };
const limits: CategoryLimits = {
  accept: '8wh',
  resolve: '3wd',
  resolveUrgent: '4h',
  urgentCalendar: 'continuous',
};
const categories = ['CS-01', 'CS-02', 'TN-01'];
const wards = ['00070', '00256'];

const matter = (more: Partial<Matter> = {}): Matter => ({
  kind: 'report',
  category: 'CS-01',
  urgency: 'normal',
  ward: '00070',
  ...more,
});

const withCases = (...cases: PolicyCase[]): Policy => ({ ...policy, cases });

describe('a case of a policy', () => {
  const storm: PolicyCase = {
    name,
    when: { categories: ['TN-*'], wards: ['00070'] },
    triage: '15m',
    resolution: '1wd',
    acceptance: '1h',
    firstResponse: '4wh',
    waiting: '2wd',
    confirmation: '3wd',
  };

  it('puts its limits in the place of the policy’s and the category’s, and tells its name', () => {
    const terms = termsOf(withCases(storm), limits, matter({ category: 'TN-01' }));
    expect(terms).toMatchObject({ acceptance: '1h', resolution: '1wd' });
    expect(terms.policy).toMatchObject({ waiting: '2wd', confirmation: '3wd' });
    expect([terms.policy.triage.normal, terms.policy.firstResponse.normal]).toEqual(['15m', '4wh']);
    expect(terms.policy.triage.urgent).toBe(policy.triage.urgent);
    expect(terms.policy.name.vi).toContain('(Mùa bão)');
  });

  it('leaves everything else as it is', () => {
    for (const other of [matter(), matter({ category: 'TN-01', ward: null })])
      expect(termsOf(withCases(storm), limits, other)).toEqual({
        ...termsOf(policy, limits, other),
        policy: withCases(storm),
      });
  });

  it('is the first that fits', () => {
    const both = withCases({ ...storm, resolution: '2wd', when: {} }, storm);
    expect(termsOf(both, limits, matter({ category: 'TN-01' })).resolution).toBe('2wd');
  });

  it('holds under each version on its own', () => {
    const terms = termsOf(withCases(storm), limits, matter({ category: 'TN-01' }));
    expect(termsUnder(terms, policy)).toEqual(
      termsOf(policy, limits, matter({ category: 'TN-01' })),
    );
    expect(termsUnder(termsUnder(terms, policy), withCases(storm))).toEqual(terms);
  });
});

const some = <T>(...values: T[]) =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const when = fc.record({
  kinds: some('report', 'question'),
  categories: some(...categories, 'TN-*'),
  urgencies: some(...urgencies),
  wards: some(...wards),
});
const known = { kinds, categories, wards, calendars: ['office', 'continuous'] };

describe('the check of a policy', () => {
  const faults = (value: unknown) =>
    policyFaults(value, known).map(({ field, code }) => `${field} ${code}`);

  it('has nothing against the policy of the city and that of these stories', () => {
    const file = join(process.cwd(), 'data', 'hanoi', 'policies.json');
    expect(faults(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
    expect(faults(policy)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a limit of no unit', { waiting: '5 days' }, 'waiting broken-limit'],
    ['a limit of nothing', { confirmation: '0wd' }, 'confirmation broken-limit'],
    ['a missing urgency', { triage: { normal: '2wh' } }, 'triage.urgent broken-limit'],
    ['an unknown calendar', { calendars: { normal: 'moon' } }, 'calendars.normal broken-field'],
    ['cases of no list', { cases: {} }, 'cases broken-field'],
    ['a case of no limit', { cases: [{ name, when: {} }] }, 'cases.0 empty'],
    [
      'an unknown ward',
      { cases: [{ name, when: { wards: ['9'] }, resolution: '1wd' }] },
      'cases.0.when.wards unknown-value',
    ],
    [
      'a pattern of no category',
      { cases: [{ name, when: { categories: ['ZZ-*'] }, resolution: '1wd' }] },
      'cases.0.when.categories unknown-value',
    ],
    [
      'a condition that there is not',
      { cases: [{ name, when: { ward: ['00070'] }, resolution: '1wd' }] },
      'cases.0.when.ward unknown-key',
    ],
    [
      'a limit that there is not',
      { cases: [{ name, when: {}, resolution: '1wd', resolve: '1wd' }] },
      'cases.0.resolve unknown-key',
    ],
    [
      'a case that cannot be reached',
      {
        cases: [
          { name, when: { categories: ['TN-*'] }, resolution: '1wd' },
          { name, when: { categories: ['TN-01'], wards: ['00070'] }, resolution: '2wd' },
        ],
      },
      'cases.1 unreachable',
    ],
  ])('finds %s', (_, change, expected) => {
    expect(faults({ ...policy, ...change })).toContain(expected);
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(policyFaults(value, known).length).toBeGreaterThan(0);
        expect(policyFaults({ ...policy, cases: [value] }, known).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('calls a case unreachable only if it is never taken', () => {
    fc.assert(
      fc.property(fc.array(when, { maxLength: 4 }), (list) => {
        const cases = list.map((one): PolicyCase => ({ name, when: one, resolution: '1wd' }));
        const draft = withCases(...cases);
        const dead = new Set(faults(draft).map((fault) => Number(/\d+/.exec(fault)?.[0])));
        for (const kind of ['report', 'question'] as const)
          for (const category of [...categories, null])
            for (const urgency of urgencies)
              for (const ward of [...wards, null]) {
                const found = caseOf(draft, { kind, category, urgency, ward });
                if (found) expect(dead).not.toContain(cases.indexOf(found));
              }
      }),
      { numRuns: 200 },
    );
  });
});
