import { describe, expect, it } from '@jest/globals';
import { nextMoment } from '#deadlines';
import { order } from '../../lifecycle/test/support/orders.js';
import { filer, head, operator } from '../../lifecycle/test/support/people.js';
import { Docket } from './support/docket.js';
import { local } from './support/office.js';

/** Filed Monday 2 March at 9, promised for Monday the 9th at 17; the agency owes it by the same date. */
function inProgress(): Docket {
  const docket = new Docket(local('03-02 09:00'));
  docket.give(operator, order('assign'), local('03-02 10:00'));
  docket.give(head('roads'), order('accept'), local('03-02 11:00'));
  return docket;
}

const asked = (docket: Docket, from: string, to: string) => {
  docket.give(operator, order('ask'), local(from));
  docket.give(filer, order('reply'), local(to));
  return docket;
};

const due = (docket: Docket) => docket.clock('resolution#1').dueAt;

describe('waiting for the filer', () => {
  it('gives back the open time and nothing else', () => {
    expect(due(asked(inProgress(), '03-03 10:00', '03-03 15:00'))).toBe(local('03-10 12:00'));
  });

  it('twice gives both back', () => {
    const docket = asked(inProgress(), '03-03 10:00', '03-03 15:00');
    expect(due(asked(docket, '03-04 16:00', '03-05 09:00'))).toBe(local('03-10 15:00'));
  });

  it('over a weekend gives no weekend back', () => {
    expect(due(asked(inProgress(), '03-06 16:00', '03-09 09:00'))).toBe(local('03-10 10:00'));
  });

  it('by night moves no date', () => {
    expect(due(asked(inProgress(), '03-03 18:00', '03-03 20:00'))).toBe(local('03-09 17:00'));
  });

  it('for less than a minute moves no date', () => {
    const docket = inProgress();
    docket.give(operator, order('ask'), local('03-03 10:00'));
    const soon = new Date(Date.parse(local('03-03 10:00')) + 45_000).toISOString();
    docket.give(filer, order('reply'), soon);
    expect(due(docket)).toBe(local('03-09 17:00'));
  });

  it('begun before the date and ended after it leaves what was left', () => {
    expect(due(asked(inProgress(), '03-09 16:00', '03-12 09:00'))).toBe(local('03-12 10:00'));
  });

  it('after the date heals nothing', () => {
    const docket = asked(inProgress(), '03-10 09:00', '03-10 11:00');
    expect(due(docket)).toBe(local('03-09 17:00'));
    expect(docket.clock('resolution#1').pauses).toHaveLength(1);
  });

  it('gives wall time back to a limit in wall time', () => {
    const docket = new Docket(local('03-07 22:00'), { category: 'CS-01', urgency: 'urgent' });
    asked(docket, '03-07 22:10', '03-07 23:40');
    expect(docket.clock('triage#1').dueAt).toBe(local('03-08 00:00'));
    expect(due(docket)).toBe(local('03-08 03:30'));
  });

  it('stills the steps, and ends the complaint on the waking date', () => {
    const docket = inProgress();
    docket.give(operator, order('ask'), local('03-02 14:00'));
    expect(docket.running().map(({ nextAt }) => nextAt)).toEqual([null, null]);
    expect(nextMoment(docket.clocks)).toBe(local('03-09 17:00'));
    docket.pass(local('03-09 16:59'));
    expect(docket.fired).toEqual([]);
    docket.pass(local('03-09 17:00'));
    expect(docket.fired).toMatchObject([{ step: { action: 'pauseOver' }, made: ['closed'] }]);
    expect(docket.state).toMatchObject({ status: 'closed', closedFor: 'filer_silent' });
    expect(docket.clock('resolution#1')).toMatchObject({
      outcome: 'cancelled',
      pauses: [{ from: local('03-02 14:00'), to: local('03-09 17:00'), reason: 'waiting_filer' }],
    });
  });

  it('moves the warning with the date', () => {
    const docket = asked(inProgress(), '03-03 10:00', '03-03 15:00');
    expect(nextMoment(docket.clocks)).toBe(local('03-09 08:15'));
  });
});

describe('the ladder', () => {
  const climbed = ({ fired }: Docket, clock = 'resolution#1') =>
    fired.filter(({ step }) => step.clock === clock);
  const told = (docket: Docket, clock?: string) =>
    climbed(docket, clock).map(({ step, at }) => [step.action, step.to.join(), at]);

  const steps = [
    ['warn', 'officer', local('03-06 13:15')],
    ['breach', 'officer,agency_head', local('03-09 17:00')],
    ['escalate', 'agency_head', local('03-10 12:00')],
    ['escalate', 'supervisor', local('03-10 17:00')],
    ['escalate', 'leader', local('03-13 17:00')],
    ['escalate', 'supervisor,leader', local('03-20 17:00')],
    ['escalate', 'supervisor,leader', local('03-27 17:00')],
  ];

  it('fires each step at its moment, then repeats', () => {
    const docket = inProgress();
    docket.pass(local('03-27 17:00'));
    expect(told(docket)).toEqual(steps);
    expect(climbed(docket).map(({ made }) => made.join())).toEqual(
      'warned breached escalated escalated escalated escalated escalated'.split(' '),
    );
    expect(nextMoment(docket.clocks)).toBe(local('04-03 17:00'));
  });

  it('of what an agency owes is told to that agency, and ends there', () => {
    const docket = inProgress();
    docket.pass(local('04-27 17:00'));
    expect(told(docket, 'handling#1')).toEqual([
      ['warn', 'officer', local('03-06 13:45')],
      ['breach', 'officer,agency_head', local('03-09 17:00')],
      ['escalate', 'agency_head', local('03-10 12:00')],
    ]);
    expect(docket.clock('handling#1')).toMatchObject({ nextAt: null, stoppedAt: null });
  });

  it('fires no step before its moment', () => {
    const docket = inProgress();
    docket.fire(new Date(Date.parse(local('03-06 13:15')) - 1).toISOString());
    expect(docket.fired).toEqual([]);
  });

  it('gives the filer a new date with the breach, and no other step does', () => {
    const docket = inProgress();
    docket.pass(local('03-13 17:00'));
    const dates = climbed(docket).map(({ step }) => step.newDate);
    expect(dates).toEqual([null, local('03-13 17:00'), null, null, null]);
    expect(docket.clock('resolution#1')).toMatchObject({
      breachedAt: local('03-09 17:00'),
      newDate: local('03-13 17:00'),
      dueAt: local('03-09 17:00'),
    });
  });

  it('gives no new date for what an agency owes the center', () => {
    const docket = new Docket(local('03-02 09:00'));
    docket.pass(local('03-02 14:00'));
    expect(docket.fired.at(-1)?.step).toMatchObject({ clock: 'triage#1', action: 'breach' });
    expect(docket.clock('triage#1')).toMatchObject({
      breachedAt: local('03-02 14:00'),
      newDate: null,
    });
  });

  it('after an outage fires what was missed in its order, and one repetition at most', () => {
    const docket = inProgress();
    docket.fire(local('04-20 09:00'));
    expect(climbed(docket).map(({ step }) => step.scheduledFor)).toEqual(
      steps.slice(0, 5).map(([, , at]) => at),
    );
    expect(climbed(docket)[1]?.step.newDate).toBe(local('04-23 17:00'));
    expect(nextMoment(docket.clocks)).toBe(local('04-27 17:00'));
  });

  it('runs by the clock on the wall where the calendar never closes', () => {
    const docket = new Docket(local('03-07 22:00'), { category: 'CS-01', urgency: 'urgent' });
    docket.give(operator, order('assign'), local('03-07 22:10'));
    docket.give(head('roads'), order('accept'), local('03-07 22:20'));
    docket.pass(local('03-16 02:00'));
    expect(climbed(docket).map(({ at }) => at)).toEqual(
      [
        '03-08 01:00',
        '03-08 02:00',
        '03-08 06:00',
        '03-09 02:00',
        '03-11 02:00',
        '03-16 02:00',
      ].map(local),
    );
    expect(docket.clock('resolution#1').newDate).toBe(local('03-09 02:00'));
  });

  it('asks two clocks in the order of their moments', () => {
    const docket = new Docket(local('03-02 09:00'));
    docket.fire(local('03-05 09:00'));
    expect(docket.fired.map(({ step }) => `${step.clock} ${step.action}`)).toEqual([
      'triage#1 warn',
      'triage#1 breach',
      'triage#1 escalate',
      'triage#1 escalate',
      'first_response#1 warn',
      'first_response#1 breach',
    ]);
  });
});
