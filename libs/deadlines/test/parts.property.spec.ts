import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import { isRunning } from '#deadlines';
import { isOpenPart } from '#lifecycle';
import { head, operator } from '../../lifecycle/test/support/people.js';
import { order } from '../../lifecycle/test/support/orders.js';
import { Docket } from './support/docket.js';
import { check, checkUntilSeen } from './support/journeys.js';
import { local } from './support/office.js';

const inward = ['acceptance', 'handling'];
const untouched =
  /^(part_|split_off|assigned|accepted|returned|recalled|handed_over|warned|escalated|breached)/;

describe('whatever is returned, given on or asked of others', () => {
  it('no date that the filer was promised moves, and no such clock starts or stops', () => {
    const seen = new Set<string>();
    const whole = ({ frames }: Docket) =>
      frames.forEach(({ event, before, after }) => {
        if (!untouched.test(event.type)) return;
        seen.add(event.type);
        const promises = (clocks: typeof before) =>
          clocks
            .filter(({ kind }) => kind === 'resolution')
            .map(({ id, dueAt, startedAt, stoppedAt }) => [id, dueAt, startedAt, stoppedAt]);
        assert.deepEqual(promises(after), promises(before));
      });
    const wanted = ['returned', 'accepted', 'part_added', 'part_withdrawn', 'split_off'];
    checkUntilSeen(wanted, seen, 150, { whole });
  });

  it('what an agency owes runs only while it leads or has an open part', () => {
    const after = ({ clocks, state }: Docket) => {
      const owing = [state.lead, ...state.parts.filter(isOpenPart).map(({ agency }) => agency)];
      for (const clock of clocks)
        if (isRunning(clock) && inward.includes(clock.kind)) assert.ok(owing.includes(clock.unit));
    };
    check(150, { after });
  });
});

describe('a part', () => {
  it('is accepted in the acceptance limit and done in half of the whole', () => {
    const docket = new Docket(local('03-02 09:00'), { category: 'CS-01' });
    docket.give(operator, order('assign'), local('03-02 09:10'));
    docket.give(head('roads'), order('accept'), local('03-02 09:20'));
    docket.give(head('roads'), order('add_part'), local('03-02 10:00'));
    docket.give(head('lights'), order('accept_part'), local('03-02 11:00'));
    const ofLights = docket.clocks.filter(({ unit }) => unit === 'lights');
    expect(ofLights.map(({ kind, limit, outcome }) => [kind, limit, outcome])).toEqual([
      ['acceptance', '8wh', 'met'],
      ['handling', '2wd', null],
    ]);
    docket.give(head('lights'), order('return_part'), local('03-02 12:00'));
    expect(docket.running('handling').map(({ unit }) => unit)).toEqual(['roads']);
  });
});
