import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type Agency,
  Directory,
  agencyFaults,
  holdsOn,
  serviceAreaFaults,
  successionOn,
} from '../src/index.js';
import { agency, area } from './city.js';

const whole = (code: string, more: Partial<Agency> = {}) => ({
  ...agency(code, more),
  shortName: code,
  head: { title: { vi: 'Giám đốc', en: 'Director' } },
});

const faults = (list: unknown, present: Agency[] = []) =>
  agencyFaults(list, present).map(({ agency: who, code }) => `${who} ${code}`);

describe('the check of agencies', () => {
  it('has nothing against a good list', () => {
    const list = [whole('A', { validTo: '2025-02-28', successor: 'B' }), whole('B')];
    expect(faults(list, [agency('A')])).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no list', {}, ['null broken-list']],
    ['something else', [1], ['#1 broken-agency']],
    ['no name', [{ ...whole('A'), name: 'A' }], ['A broken-agency']],
    ['an end before its beginning', [whole('A', { validTo: '2017-01-01' })], ['A broken-agency']],
    ['a day of no month', [whole('A', { validTo: '2025-02-31' })], ['A broken-agency']],
    ['one code twice', [whole('A'), whole('A')], ['A duplicate-code']],
    ['an unknown successor', [whole('A', { successor: 'X' })], ['A unknown-agency']],
    [
      'successors in a circle',
      [whole('A', { successor: 'B' }), whole('B', { successor: 'A' })],
      ['A circle', 'B circle'],
    ],
    ['a parent that is itself', [whole('A', { parent: 'A' })], ['A circle']],
  ])('finds %s', (_, list, expected) => {
    expect(faults(list)).toEqual(expected);
  });

  it('lets nobody vanish: matters would hang on a code without a name', () => {
    expect(faults([whole('B')], [agency('A'), agency('B')])).toEqual(['A removed']);
  });
});

describe('the check of service areas', () => {
  const known = { agencies: new Set(['A']), wards: new Set(['1']) };
  const found = (list: unknown) => serviceAreaFaults(list, known).map(({ code }) => code);

  it('knows agencies, wards and dates', () => {
    expect(found([area('A', 'water', 'all'), area('A', 'water', ['1'])])).toEqual([]);
    expect(found({})).toEqual(['broken-area']);
    expect(found([null])).toEqual(['broken-area']);
    expect(found([area('A', 'water', ['1'], { validTo: '2017-01-01' })])).toEqual(['broken-area']);
    expect(found([area('X', 'water', ['2'])])).toEqual(['unknown-agency', 'unknown-ward']);
  });
});

describe('succession', () => {
  const CODES = ['A', 'B', 'C', 'D'];
  const DATES = ['2024-06-30', '2025-02-28', '2025-06-30'];
  const one = <T>(...values: T[]) => fc.constantFrom(...values);
  const agencies = fc.tuple(
    ...CODES.map((code) =>
      fc
        .record({
          validFrom: one('2018-01-01', '2025-03-01', '2026-01-01'),
          validTo: fc.option(one(...DATES), { nil: null }),
          successor: fc.option(one(...CODES, 'MISSING'), { nil: null }),
        })
        .filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo)
        .map((more) => agency(code, more)),
    ),
  );

  it('names for each that has ended who stands for it, and nobody else', () => {
    fc.assert(
      fc.property(agencies, one('2025-01-01', '2025-04-01', '2025-08-01'), (list, date) => {
        const heirs = successionOn(list, date);
        const directory = new Directory({ agencies: list, serviceAreas: [] });
        for (const { code, validTo } of list) {
          const ended = validTo !== null && validTo < date;
          if (!ended) {
            expect(heirs.has(code)).toBe(false);
            continue;
          }
          const standing = directory.standing(code, date, 'lead').agency;
          if (!heirs.has(code)) expect(standing).toBeNull();
          else expect(heirs.get(code)).toBe(standing?.code ?? null);
          const heir = list.find((other) => other.code === heirs.get(code));
          if (heir) expect(holdsOn(heir, date)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('waits for a successor that has yet to begin', () => {
    const list = [
      agency('A', { validTo: '2025-02-28', successor: 'B' }),
      agency('B', { validFrom: '2025-07-01' }),
    ];
    expect([...successionOn(list, '2025-03-01')]).toEqual([]);
    expect([...successionOn(list, '2025-07-01')]).toEqual([['A', 'B']]);
  });
});
