import { describe, expect, it } from '@jest/globals';
import { compileRouter, exampleFaults, runExamples, type RuleExample } from '../src/index.js';
import { city, options, rule, ruleSet } from './city.js';

const example = (more: Partial<RuleExample> = {}): RuleExample => ({
  id: 'power',
  text: 'Mất điện cả ngõ',
  category: 'KH-01',
  ward: '00070',
  lead: 'POWER',
  ...more,
});

const rules = [
  rule('power', { when: { words: ['mat dien'] }, lead: { agency: 'POWER' } }),
  rule('water', { when: { categories: ['KH-02'] }, lead: { service: 'water' } }),
];
const router = compileRouter(ruleSet(rules), city, options);
const known = { agencies: ['POWER', 'WATER-1'], categories: ['KH-01', 'KH-02'], wards: ['00070'] };
const run = (...examples: RuleExample[]) =>
  runExamples(router, examples, '2025-08-01T02:00:00Z', () => ({
    kind: 'report',
    urgency: 'normal',
  }));

describe('examples of rules', () => {
  it('pass where they go to whom they must, and say which rule has decided', () => {
    const water = example({ id: 'water', text: 'Nước đục', category: 'KH-02', lead: 'WATER-1' });
    expect(run(example(), water)).toMatchObject([
      { passes: true, got: 'POWER', rule: 'power' },
      { passes: true, got: 'WATER-1', rule: 'water' },
    ]);
  });

  it('fail where they go elsewhere, to triage among others', () => {
    const lost = example({ text: 'Chuyện khác', lead: 'POWER' });
    expect(run(lost, example({ lead: null }))).toMatchObject([
      { passes: false, got: null },
      { passes: false, got: 'POWER', lead: null },
    ]);
    expect(run({ ...lost, lead: null })).toMatchObject([{ passes: true }]);
  });

  it.each([
    [[example({ text: '' })], 'examples.0.text'],
    [[example({ lead: 'NOBODY' })], 'examples.0.lead'],
    [[example({ ward: '99999' })], 'examples.0.ward'],
    [[example({ category: 'XX' })], 'examples.0.category'],
    [[example(), example()], 'examples.1.id'],
    [[null], 'examples.0.id'],
    ['some', 'examples'],
  ])('%j are refused at their place', (value, field) => {
    expect(exampleFaults(value, known).map((one) => one.field)).toContain(field);
  });

  it('need not be there', () => {
    expect(exampleFaults(undefined, known)).toEqual([]);
    expect(exampleFaults([example()], known)).toEqual([]);
  });
});
