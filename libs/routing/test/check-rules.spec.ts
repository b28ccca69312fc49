import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type RoutingRule, checkRules, compileRouter } from '../src/index.js';
import { agency, area, city, facts, options, rule, ruleSet } from './city.js';

const CATEGORIES = ['TN-01', 'TN-02', 'CS-01'];
const problems = (rules: RoutingRule[], assignAt = 0.8) =>
  checkRules(ruleSet(rules, assignAt), city, CATEGORIES).map((it) => `${it.rule} ${it.code}`);

describe('checkRules', () => {
  it('has nothing against good rules', () => {
    const good = [
      rule('deep', { when: { categories: ['TN-01'], words: ['ngập'] } }),
      rule('drains', { when: { categories: ['TN-*'] }, lead: { service: 'water' } }),
      rule('rest', { supporting: [{ type: 'ward-committee' }] }),
    ];
    expect(problems(good)).toEqual([]);
  });

  it('names unknown targets, lead and supporting', () => {
    const lost = [
      rule('a', { when: { kinds: ['x'] }, lead: { agency: 'NOBODY' } }),
      rule('s', { when: { kinds: ['y'] }, supporting: [{ service: 'moon' }] }),
      // Departments exist, but none belongs to a ward.
      rule('t', { when: { kinds: ['z'] }, supporting: [{ type: 'department' }] }),
    ];
    expect(problems(lost)).toEqual(['a unknown-agency', 's unknown-service', 't unknown-type']);
  });

  it('names what the directory itself does not know', () => {
    const directory = {
      agencies: [agency('A', { successor: 'B' }), agency('CENTER')],
      serviceAreas: [area('C', 'water', 'all')],
    };
    const found = checkRules(ruleSet([]), directory, CATEGORIES);
    expect(found.map(({ rule: id, code }) => [id, code])).toEqual([
      [null, 'unknown-agency'],
      [null, 'unknown-agency'],
    ]);
    expect(found[0]?.detail.vi).toBe('Danh bạ không có cơ quan mã C.');
  });

  it('names numbers out of range, repeated ids, empty conditions, dead patterns', () => {
    expect(
      problems([rule('a', { confidence: 1.2 }), rule('a', { confidence: Number.NaN })], 80),
    ).toEqual([
      'null confidence-out-of-range',
      'a confidence-out-of-range',
      'a duplicate-id',
      'a confidence-out-of-range',
      'a unreachable',
    ]);
    expect(problems([rule('e', { when: { words: [' '], answers: { q: [] } } })])).toEqual([
      'e empty-condition',
      'e empty-condition',
    ]);
    expect(problems([rule('p', { when: { categories: ['TN-01', 'GD-*', 'TN-1'] } })])).toEqual([
      'p category-matches-nothing',
      'p category-matches-nothing',
    ]);
  });
});

describe('an unreachable rule', () => {
  const when = (id: string, condition: RoutingRule['when']) => rule(id, { when: condition });
  const unreachable = (...rules: RoutingRule[]) =>
    problems(rules).filter((problem) => problem.endsWith('unreachable'));

  it('is one whose categories are all taken before', () => {
    const all = when('all', { categories: ['TN-*'] });
    expect(unreachable(all, when('b', { categories: ['TN-01'], words: ['x'] }))).toHaveLength(1);
    expect(unreachable(all, when('b', { categories: ['TN-01', 'CS-01'] }))).toEqual([]);
    expect(unreachable(when('b', { categories: ['TN-01'] }), all)).toEqual([]);
    expect(unreachable(all, when('any', {}))).toEqual([]);
    expect(unreachable(when('any', {}), all)).toHaveLength(1);
  });

  it('may be covered by several together, code by code', () => {
    const [first, second] = [
      when('1', { categories: ['TN-01'] }),
      when('2', { categories: ['TN-02'] }),
    ];
    const found = checkRules(
      ruleSet([first, second, when('b', { categories: ['TN-*'] })]),
      city,
      CATEGORIES,
    );
    expect(found.map(({ detail }) => detail.en)).toEqual([
      'Never used, because earlier rules cover it: 1, 2.',
    ]);
  });

  it('is covered by conditions only if they are wider', () => {
    const wide = when('w', { kinds: ['report', 'question'], answers: { q: ['1', '2'] } });
    expect(unreachable(wide, when('n', { kinds: ['report'], answers: { q: ['2'] } }))).toHaveLength(
      1,
    );
    expect(unreachable(wide, when('n', { kinds: ['report'] }))).toEqual([]);
    expect(unreachable(wide, when('n', { kinds: ['praise'], answers: { q: ['1'] } }))).toEqual([]);
  });

  it('is never chosen by the router', () => {
    const some = (...values: string[]) =>
      fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
    const conditions = fc.record({
      categories: some(...CATEGORIES, 'TN-*'),
      kinds: some('report', 'question'),
      words: some('den', 'ngap'),
    });
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 5 }), (list) => {
        const rules = list.map((condition, at) => when(`R${at}`, condition));
        const dead = new Set(checkRules(ruleSet(rules), city, CATEGORIES).map((it) => it.rule));
        const router = compileRouter(ruleSet(rules), city, options);
        for (const category of [...CATEGORIES, null])
          for (const kind of ['report', 'question'])
            for (const text of ['', 'den', 'ngap', 'den ngap'])
              expect(dead).not.toContain(router.route(facts({ category, kind, text })).rule ?? '');
      }),
      { numRuns: 150 },
    );
  });
});
