import { describe, expect, it } from '@jest/globals';
import { compileFamilies, groupsOf } from '#likeness';
import { matter, north } from './support/matters.js';

describe('groups', () => {
  const item = (id: string, meters: number) => ({ id, matter: matter({ point: north(meters) }) });
  const ids = (groups: { id: string }[][]) => groups.map((group) => group.map(({ id }) => id));

  it('put together what tells of one event, also by way of another', () => {
    expect(ids(groupsOf([item('a', 0), item('b', 900), item('c', 220), item('d', 110)]))).toEqual([
      ['a', 'd', 'c'],
      ['b'],
    ]);
  });

  it('are none for nothing', () => {
    expect(groupsOf([])).toEqual([]);
  });
});

describe('families', () => {
  const familiesOf = compileFamilies([
    { group: { code: 'CS' }, keywords: { vi: ['đèn đường', 'đèn cao áp'] } },
    { group: { code: 'DIEN' }, keywords: { vi: ['mất điện'] } },
  ]);

  it.each([
    ['den duong hong', ['CS']],
    ['Ddefn dduwowngf bij hongr', ['CS']],
    ['Mất điện, đèn đường tắt', ['CS', 'DIEN']],
    ['Xin hỏi', []],
  ])('%s: %j', (text, expected) => {
    expect(familiesOf(text)).toEqual(expected);
  });
});
