import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedures, Recogniser, type DiversionRules } from '../src/index.js';

const file = join(process.cwd(), 'data', 'hanoi', 'diversion.json');
const diversion = JSON.parse(readFileSync(file, 'utf8')) as DiversionRules;

describe('the rules of Hanoi', () => {
  it('has rules that can be read, and uses every group', () => {
    expect(() => new Recogniser(diversion)).not.toThrow();
    const ids = diversion.rules.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
    const used = diversion.rules.flatMap(({ all, start, unless = [] }) => [all, start, unless]);
    expect([...new Set(used.flat(2))].filter(Boolean).toSorted()).toEqual(
      Object.keys(diversion.groups).toSorted(),
    );
    expect(diversion.choices.map(({ value }) => value)).toEqual(['report', ...procedures]);
  });

  it.each(procedures)('tells of %s in both languages where, how and until when', (procedure) => {
    const { where, limits, ...words } = diversion.guidance[procedure];
    for (const { vi, en } of Object.values(words)) expect(vi.length > 20 && en !== vi).toBe(true);
    expect([where.length > 2, limits.length > 2]).toEqual([true, true]);
    for (const { name, check } of where) expect(name.vi && check.vi && check.en).toBeTruthy();
    for (const { basis } of limits) expect(basis.vi).toMatch(/Luật .+/u);
  });
});
