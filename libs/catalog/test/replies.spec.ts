import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { filled, placeholdersIn, replyFaults } from '../src/index.js';

const hanoi = () =>
  JSON.parse(readFileSync('data/hanoi/reply-templates.json', 'utf8')) as Record<string, unknown>[];
const known = {
  commands: ['reject', 'ask', 'send_back', 'answer'],
  reasons: ['not_competent', 'unclear', 'duplicate', 'formal_complaint', 'spam'],
};
const found = (change: Record<string, unknown>) =>
  replyFaults([{ ...hanoi()[0], ...change }], known).map(({ field, code }) => `${field} ${code}`);

describe('texts of replies', () => {
  it('of the city are sound', () => {
    expect(replyFaults(hanoi(), known)).toEqual([]);
  });

  it.each([
    [
      { text: { vi: 'Gọi {phone}.', en: 'Call {phone}.' } },
      'reject-not-competent.text.vi unknown-placeholder',
    ],
    [
      { text: { vi: 'Gọi {hotline}.', en: 'Call us.' } },
      'reject-not-competent.text.en placeholder-missing',
    ],
    [{ text: { vi: 'Gọi {hotline}.' } }, 'reject-not-competent.text.en words'],
    [{ command: 'close' }, 'reject-not-competent.command unknown-value'],
    [{ reason: 'rude' }, 'reject-not-competent.reason unknown-value'],
  ])('with %j are refused at their place', (change, fault) => {
    expect(found(change)).toContain(fault);
  });
});

describe('placeholders', () => {
  it('are found once and filled, or nothing is where a value is not known', () => {
    expect(placeholdersIn('{a} và {b}, {a}')).toEqual(['a', 'b']);
    const values = new Map([
      ['a', '{b}'],
      ['b', null],
    ]);
    expect(filled('{a}!', values)).toBe('{b}!');
    expect(filled('{a} {b}', values)).toBeNull();
    expect(filled('{constructor}', values)).toBeNull();
  });
});
