import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { areaFaults } from '../src/index.js';

const hanoi = () => JSON.parse(readFileSync('data/hanoi/areas.json', 'utf8')) as { code: string }[];

const found = (change: Record<string, unknown>) => {
  const [city, ward, ...others] = hanoi();
  const faults = areaFaults([city, { ...ward, ...change }, ...others], hanoi());
  return faults.map(({ field, code }) => `${field} ${code}`);
};

describe('areas', () => {
  it('of the city are sound, and a ward may end', () => {
    expect(areaFaults(hanoi(), hanoi())).toEqual([]);
    expect(found({ validTo: '2027-06-30' })).toEqual([]);
  });

  it.each([
    [{ name: { vi: '', en: 'Ba Dinh' } }, '00004.name.vi words'],
    [{ kind: 'city' }, '00004.kind unknown-value'],
    [{ parent: '00008' }, '00004.parent unknown-area'],
    [{ parent: null }, ' one-city'],
    [{ validTo: '2025-06-30' }, '00004.validTo date'],
    [{ code: '00008' }, '00008.code duplicate-code'],
  ])('with %j are refused at their place', (change, fault) => {
    expect(found(change)).toContain(fault);
  });

  it('end, and are not removed', () => {
    expect(areaFaults(hanoi().slice(0, -1), hanoi())).toMatchObject([{ code: 'removed' }]);
    expect(areaFaults('none', [])).not.toEqual([]);
  });
});
