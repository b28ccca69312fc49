import { describe, expect, it } from '@jest/globals';
import { head, operator, system } from '../../lifecycle/test/support/people.js';
import { Docket } from './support/docket.js';
import { local } from './support/office.js';

const morning = local('03-03 08:00');
const noon = local('03-03 11:00');
const evening = local('03-03 16:00');

/** Assigned to `lead`, with a part for `lights` that came later. */
function shared(lead: string): Docket {
  const docket = new Docket(morning, { category: 'CS-01', urgency: 'normal' });
  const supporting: string[] = [];
  const task = 'Kiểm tra';
  docket.give(operator, { type: 'assign', lead, supporting, task, grounds: null }, morning);
  docket.give(operator, { type: 'add_part', agency: 'lights', task }, noon);
  return docket;
}

const succeed = (from: string, to: string) =>
  ({ type: 'succeed', from, to, document: null }) as const;

const owed = (docket: Docket) =>
  docket
    .running()
    .filter(({ owedTo }) => owedTo === 'center')
    .map(({ id, kind, unit }) => ({ id, kind, unit }));

describe('the clocks of a succession', () => {
  it('end for the part whose agency is now the one in charge', () => {
    const docket = shared('harbour');
    expect(owed(docket)).toHaveLength(2);
    docket.give(system, succeed('lights', 'harbour'), evening);
    expect(owed(docket)).toEqual([{ id: 'acceptance#1', kind: 'acceptance', unit: 'harbour' }]);
    expect(docket.clock('acceptance#2').outcome).toBe('cancelled');
  });

  it('end for the part of whoever takes the lead, which is carried on', () => {
    const docket = shared('harbour');
    docket.give(system, succeed('harbour', 'lights'), evening);
    expect(owed(docket)).toEqual([{ id: 'acceptance#1', kind: 'acceptance', unit: 'lights' }]);
    expect(docket.running('resolution')[0]?.unit).toBe('lights');
  });

  it('go on by the earlier date where one unit inherits a second part', () => {
    const docket = shared('harbour');
    const part = { type: 'add_part', agency: 'water', task: 'Kiểm tra' } as const;
    docket.give(operator, part, evening);
    const [earlier, later] = [docket.clock('acceptance#2'), docket.clock('acceptance#3')];
    expect(earlier.dueAt < later.dueAt).toBe(true);
    docket.give(system, succeed('lights', 'water'), evening);
    expect(docket.clock(later.id).outcome).toBe('cancelled');
    expect(docket.clock(earlier.id)).toMatchObject({ unit: 'water', dueAt: earlier.dueAt });
  });

  it('end for what a part still owes once the answer of the lead waits for review', () => {
    const docket = shared('harbour');
    const officer = 'an';
    docket.give(head('harbour'), { type: 'accept', officer }, noon);
    const text = 'a'.repeat(64);
    docket.give(head('harbour'), { type: 'answer', text, evidence: [] }, noon);
    docket.give(system, succeed('harbour', 'lights'), evening);
    expect(owed(docket)).toEqual([]);
  });
});
