import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { categoryFaults, type KnownToCategories } from '../src/index.js';

const hanoi = () =>
  JSON.parse(readFileSync('data/hanoi/categories.json', 'utf8')) as Record<string, never>[];

const known: KnownToCategories = {
  kinds: ['report', 'conduct', 'question', 'proposal', 'praise'],
  urgencies: ['normal', 'urgent', 'complex'],
  calendars: ['office', 'continuous'],
  privacy: [
    'NORMAL',
    'PERSONAL',
    'REPORTER_HIDDEN',
    'PROTECTED',
    'SENSITIVE',
    'DENUNCIATION_CHECK',
  ],
  isLimit: (value) => /^\d+[a-z]+$/.test(String(value)),
  isRetention: () => true,
};
const present = hanoi() as unknown as { code: string }[];

/** The city's categories with the first one changed. */
const found = (change: Record<string, unknown>) => {
  const [first, ...others] = hanoi();
  const faults = categoryFaults([{ ...first, ...change }, ...others], known, present);
  return faults.map(({ field, code }) => `${field} ${code}`);
};
const asked = { key: 'where', type: 'text', required: true, label: { vi: 'Ở đâu?', en: 'Where?' } };
const option = (value: string) => ({ value, label: { vi: value, en: value } });

describe('categories', () => {
  it('of the city are sound', () => {
    expect(categoryFaults(hanoi(), known, present)).toEqual([]);
  });

  it.each([
    [{ name: { vi: 'Mất điện' } }, 'DIEN-01.name.en words'],
    [{ kind: 'rumour' }, 'DIEN-01.kind unknown-value'],
    [{ privacy: 'OPEN' }, 'DIEN-01.privacy unknown-value'],
    [{ closed: 'yes' }, 'DIEN-01.closed broken'],
    [
      { limits: { accept: '1h', resolve: 'soon', resolveUrgent: null, basis: 'x' } },
      'DIEN-01.limits.resolve broken-limit',
    ],
    [
      { duplicate: { radiusMeters: -1, windowHours: 2 } },
      'DIEN-01.duplicate.radiusMeters broken-number',
    ],
    [{ keywords: { vi: 'điện' } }, 'DIEN-01.keywords.vi broken-words'],
    [
      { group: { code: 'DIEN', name: { vi: 'Khác', en: 'Other' } } },
      'DIEN-02.group.name group-names',
    ],
    [{ questions: [asked, asked] }, 'DIEN-01.questions.1.key duplicate-key'],
    [{ questions: [{ ...asked, key: 'Ở đâu' }] }, 'DIEN-01.questions.0.key broken-key'],
    [
      { questions: [{ ...asked, label: { vi: 'Ở đâu?', en: ' ' } }] },
      'DIEN-01.questions.0.label.en words',
    ],
    [{ questions: [{ ...asked, type: 'choice' }] }, 'DIEN-01.questions.0.choices too-few'],
    [
      { questions: [{ ...asked, type: 'choice', choices: [option('a'), option('a')] }] },
      'DIEN-01.questions.0.choices.1.value duplicate-value',
    ],
    [
      { questions: Array.from({ length: 13 }, (_, at) => ({ ...asked, key: `k${at}` })) },
      'DIEN-01.questions too-many',
    ],
  ])('with %j are refused at their place', (change, fault) => {
    expect(found(change)).toContain(fault);
  });

  it('are closed, not removed', () => {
    const [, ...others] = hanoi();
    expect(categoryFaults(others, known, present)).toMatchObject([
      { field: 'DIEN-01', code: 'removed' },
    ]);
    expect(found({ closed: true })).toEqual([]);
  });

  it.each([null, 7, {}, [null], [{ code: 'x y' }], [{ code: 'A', questions: [null], group: [] }]])(
    'may be any JSON: %j',
    (value) => {
      expect(categoryFaults(value, known, []).length).toBeGreaterThan(0);
    },
  );
});
