import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Agency, type ConflictRule, Hierarchy, compileRouter } from '../src/index.js';
import { facts, options, rule, ruleSet } from './city.js';

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const one = fc.constantFrom(...CODES);
const orNone = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });

/** Any agency may stand under any other or succeed it, in circles too. */
const agencies: fc.Arbitrary<Agency[]> = fc.tuple(
  ...CODES.map((code) =>
    fc.record({
      code: fc.constant(code),
      type: fc.constant('company'),
      name: fc.constant({ vi: `Đơn vị ${code}`, en: code }),
      parent: orNone(one),
      ward: fc.constant(null),
      validFrom: fc.constantFrom('2018-01-01', '2030-01-01'),
      validTo: orNone(fc.constant('2024-12-31')),
      successor: orNone(one),
    }),
  ),
);

const conflict: fc.Arbitrary<ConflictRule> = fc.record({
  top: one,
  oversight: fc.subarray(CODES, { minLength: 1 }),
  instead: fc.dictionary(one, one, { maxKeys: 2 }),
  asking: fc.constant([]),
  wardWords: fc.constant([]),
});

const chosen = fc.record({ lead: one, supporting: fc.array(one, { maxLength: 3 }) });
const kind = fc.constantFrom('conduct', 'conduct', 'report');

/** Everything at or under an agency or its heirs, found by walking down instead of up. */
function beneath(people: Agency[], about: string): Set<string> {
  const found = new Set<string>();
  const heirs = [about];
  for (const code of heirs) {
    const heir = people.find((agency) => agency.code === code)?.successor;
    if (heir && !heirs.includes(heir)) heirs.push(heir);
  }
  const walk = (code: string) => {
    if (found.has(code)) return;
    found.add(code);
    for (const agency of people) if (agency.parent === code) walk(agency.code);
  };
  for (const heir of heirs) walk(heir);
  return found;
}

describe('whatever the tree, the rules and whom it is about', () => {
  it('nobody complained of, and nobody beneath them, is chosen', () => {
    fc.assert(
      fc.property(
        fc.record({ agencies, conflict, chosen, kind, about: one }),
        ({ agencies: people, conflict: data, chosen: { lead, supporting }, kind, about }) => {
          const rules = [
            rule('one', {
              lead: { agency: lead },
              supporting: supporting.map((code) => ({ agency: code })),
            }),
          ];
          const directory = { agencies: people, serviceAreas: [] };
          const router = () =>
            compileRouter({ ...ruleSet(rules), conflict: data }, directory, options);
          const told = facts({ kind, about });
          const decision = router().route(told);
          const barred = beneath(people, about);
          for (const code of [decision.lead, ...decision.supporting])
            expect(code !== null && barred.has(code)).toBe(false);
          expect(decision.supporting).not.toContain(decision.lead);
          expect(new Set(decision.supporting).size).toBe(decision.supporting.length);
          expect(router().route(told)).toEqual(decision);
          expect(decision.assign && decision.lead === null).toBe(false);

          const living = new Set(
            people
              .filter(({ validFrom, validTo }) => validFrom < '2025' && !validTo)
              .map(({ code }) => code),
          );
          const free = data.oversight.some((code) => living.has(code) && !barred.has(code));
          if (kind === 'conduct' && free) expect(decision.lead).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('who is barred and who stands above are two views of one thing', () => {
    fc.assert(
      fc.property(agencies, one, (people, about) => {
        const hierarchy = new Hierarchy(people);
        const barred = hierarchy.barredBy(about);
        expect(barred).toEqual(beneath(people, about));
        for (const code of CODES)
          expect(hierarchy.withSuperiors(code).includes(about)).toBe(barred.has(code));
      }),
      { numRuns: 300 },
    );
  });
});
