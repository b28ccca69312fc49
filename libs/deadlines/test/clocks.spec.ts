import { describe, expect, it } from '@jest/globals';
import { diffClocks, nextMoment, promiseWords } from '#deadlines';
import { order } from '../../lifecycle/test/support/orders.js';
import { filer, head, officer, operator, supervisor } from '../../lifecycle/test/support/people.js';
import { Docket } from './support/docket.js';
import { book, local } from './support/office.js';

const filedMonday = () => new Docket(local('03-02 09:00'));

function inProgress(): Docket {
  const docket = filedMonday();
  docket.give(operator, order('assign'), local('03-02 10:00'));
  docket.give(head('roads'), order('accept'), local('03-02 11:00'));
  return docket;
}

function published(at: string, category: string | null = null): Docket {
  const docket = new Docket(local('03-02 09:00'), { category });
  docket.give(operator, order('assign'), local('03-02 10:00'));
  docket.give(head('roads'), order('accept'), local('03-02 11:00'));
  docket.give(officer('roads'), order('answer'), local('03-02 11:30'));
  docket.give(operator, order('publish'), local(at));
  return docket;
}

describe('filing', () => {
  it('starts what is promised to the filer and what the center owes', () => {
    const docket = filedMonday();
    expect(docket.clocks.map(({ id, owedTo, unit }) => [id, owedTo, unit])).toEqual([
      ['triage#1', 'center', 'center'],
      ['first_response#1', 'filer', 'center'],
      ['resolution#1', 'filer', 'center'],
    ]);
    expect(docket.clock('triage#1').dueAt).toBe(local('03-02 14:00'));
    expect(docket.clock('first_response#1').dueAt).toBe(local('03-04 17:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-09 17:00'));
  });

  it('counts over weekend and holiday', () => {
    const docket = new Docket(local('03-06 16:00'));
    expect(docket.clock('triage#1').dueAt).toBe(local('03-09 11:00'));
    expect(docket.clock('first_response#1').dueAt).toBe(local('03-10 17:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-16 17:00'));
  });

  it('runs urgent clocks day and night', () => {
    const docket = new Docket(local('03-07 22:00'), { category: 'CS-01', urgency: 'urgent' });
    expect(docket.clock('triage#1').dueAt).toBe(local('03-07 22:30'));
    expect(docket.clock('first_response#1').dueAt).toBe(local('03-08 02:00'));
    expect(docket.clock('resolution#1')).toMatchObject({
      calendar: 'continuous',
      dueAt: local('03-08 02:00'),
      nextAt: local('03-08 01:00'),
    });
    docket.give(operator, order('assign'), local('03-07 22:10'));
    expect(docket.clock('acceptance#1').dueAt).toBe(local('03-07 23:10'));
  });

  it('says the promise in words', () => {
    expect(promiseWords(filedMonday().clock('resolution#1'), book())).toEqual({
      vi: '5 ngày làm việc kể từ lúc tiếp nhận, theo Chính sách thời hạn',
      en: '5 working days from receipt, by Deadline policy',
    });
  });
});

describe('hand-over', () => {
  it('meets triage and first response and starts acceptance', () => {
    const docket = filedMonday();
    docket.give(operator, order('assign'), local('03-02 10:00'));
    const met = { outcome: 'met', stoppedAt: local('03-02 10:00'), nextAt: null };
    expect(docket.clock('triage#1')).toMatchObject(met);
    expect(docket.clock('first_response#1')).toMatchObject(met);
    expect(docket.clock('acceptance#1')).toMatchObject({
      owedTo: 'center',
      unit: 'roads',
      dueAt: local('03-03 10:00'),
    });
    expect(docket.clock('resolution#1').unit).toBe('roads');
  });

  it('after the limit is late', () => {
    const docket = filedMonday();
    docket.give(operator, order('assign'), local('03-02 15:00'));
    expect(docket.clock('triage#1').outcome).toBe('late');
    expect(docket.clock('first_response#1').outcome).toBe('met');
  });

  it('never moves the date promised to the filer, nor does a return', () => {
    const docket = filedMonday();
    docket.give(operator, order('assign'), local('03-02 10:00'));
    docket.give(operator, order('assign', { lead: 'lights' }), local('03-02 14:00'));
    expect(docket.clock('acceptance#1').outcome).toBe('cancelled');
    expect(docket.clock('acceptance#2').unit).toBe('lights');
    docket.give(head('lights'), order('return'), local('03-03 09:00'));
    expect(docket.clock('acceptance#2').outcome).toBe('cancelled');
    expect(docket.clock('triage#2').dueAt).toBe(local('03-03 14:00'));
    expect(docket.clock('resolution#1').unit).toBe('center');
    docket.give(supervisor, order('assign', { lead: 'water' }), local('03-03 10:00'));
    docket.give(head('water'), order('accept'), local('03-03 11:00'));
    expect(docket.clock('acceptance#3').outcome).toBe('met');
    expect(docket.clock('resolution#1')).toMatchObject({
      unit: 'water',
      startedAt: local('03-02 09:00'),
      dueAt: local('03-09 17:00'),
    });
    expect(docket.running().map(({ id }) => id)).toEqual(['resolution#1', 'handling#1']);
  });
});

describe('classification', () => {
  const classified = (category: string, urgency: 'urgent' | 'normal' | 'complex') => {
    const docket = new Docket(local('03-06 09:00'));
    docket.give(operator, order('classify', { category, urgency }), local('03-06 10:00'));
    return docket.clocks.map(({ dueAt }) => dueAt);
  };

  it('reaches back to the start of every clock', () => {
    expect(classified('CS-01', 'normal')).toEqual(
      ['03-06 14:00', '03-10 17:00', '03-12 17:00'].map(local),
    );
    expect(classified('CS-02', 'complex')).toEqual(
      ['03-09 09:00', '03-12 17:00', '03-23 17:00'].map(local),
    );
  });

  it('as urgent moves every clock to the calendar that never closes', () => {
    expect(classified('CS-01', 'urgent')).toEqual(
      ['03-06 09:30', '03-06 13:00', '03-06 13:00'].map(local),
    );
  });

  it('leaves each clock the policy that it was made under', () => {
    const docket = filedMonday();
    docket.policy = 2;
    docket.give(operator, order('classify', { urgency: 'complex' }), local('03-02 10:00'));
    expect(docket.clock('triage#1')).toMatchObject({
      policyVersion: 1,
      limit: '8wh',
      dueAt: local('03-03 09:00'),
    });
    docket.give(operator, order('assign'), local('03-02 11:00'));
    docket.give(head('roads'), order('return'), local('03-02 14:00'));
    expect(docket.clock('triage#2')).toMatchObject({ policyVersion: 2, limit: '6wh' });
  });
});

describe('ends', () => {
  it('a result after its date is late, one before it is not', () => {
    expect(published('03-09 17:00').clock('resolution#1').outcome).toBe('met');
    expect(published('03-10 08:00').clock('resolution#1').outcome).toBe('late');
  });

  it('a result starts the wait for the filer, whose silence closes', () => {
    const docket = published('03-03 10:00');
    expect(docket.running().map(({ id }) => id)).toEqual(['confirmation#1']);
    expect(nextMoment(docket.clocks)).toBe(local('03-10 17:00'));
    docket.pass(local('03-10 16:59'));
    expect(docket.state.status).toBe('resolved');
    docket.pass(local('03-10 17:00'));
    expect(docket.fired.map(({ step, made }) => [step.action, made])).toEqual([
      ['close', ['closed']],
    ]);
    expect(docket.state.closedFor).toBe('filer_silent');
    expect(docket.running()).toEqual([]);
  });

  it('a word of the filer meets the wait', () => {
    const docket = published('03-03 10:00');
    docket.give(filer, order('confirm'), local('03-04 10:00'));
    expect(docket.clock('confirmation#1').outcome).toBe('met');
    expect(docket.running()).toEqual([]);
  });

  it('a rejection meets triage and cancels the promise; an appeal makes a new one', () => {
    const docket = filedMonday();
    docket.give(operator, order('reject'), local('03-02 10:00'));
    expect(docket.clocks.map(({ outcome }) => outcome)).toEqual(['met', 'met', 'cancelled']);
    docket.give(filer, order('appeal'), local('03-03 10:00'));
    expect(docket.running().map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['triage#2', local('03-03 15:00')],
      ['resolution#2', local('03-10 17:00')],
    ]);
  });
});

describe('coming back', () => {
  function reopened(): Docket {
    const docket = published('03-04 10:00', 'CS-01');
    docket.give(filer, order('confirm'), local('03-05 10:00'));
    docket.give(filer, order('reopen'), local('03-06 11:00'));
    return docket;
  }

  it('gets half the limit, in whole units', () => {
    const docket = reopened();
    expect(docket.running().map(({ id, limit, dueAt }) => [id, limit, dueAt])).toEqual([
      ['acceptance#2', '8wh', local('03-09 11:00')],
      ['resolution#2', '2wd', local('03-10 17:00')],
    ]);
  });

  it('keeps to half when classified anew', () => {
    const docket = reopened();
    const give = (category: string) =>
      docket.give(operator, order('classify', { category }), local('03-06 14:00'));
    give('CS-01');
    expect(docket.clock('resolution#2').dueAt).toBe(local('03-10 17:00'));
    give('CS-02');
    expect(docket.clock('resolution#2')).toMatchObject({
      limit: '5wd',
      dueAt: local('03-16 17:00'),
    });
  });

  it('by a low rating also gets half', () => {
    const docket = published('03-04 10:00', 'CS-01');
    docket.give(filer, order('rate', { score: 1 }), local('03-05 10:00'));
    expect(docket.clock('confirmation#1').outcome).toBe('met');
    expect(docket.running().map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['resolution#2', local('03-09 17:00')],
    ]);
  });
});

describe('a reveal of who filed', () => {
  it('touches no clock', () => {
    const docket = inProgress();
    const before = structuredClone(docket.clocks);
    docket.give(operator, order('reveal'), local('03-03 09:30'));
    expect(docket.frames.at(-1)).toMatchObject({
      event: { type: 'identity_revealed' },
      patches: [],
    });
    expect(docket.clocks).toEqual(before);
  });
});

describe('a right over personal data', () => {
  it.each(['correct_identity', 'restrict'] as const)('touches no clock: %s', (type) => {
    const docket = inProgress();
    const before = structuredClone(docket.clocks);
    docket.give(filer, order(type), local('03-03 09:30'));
    expect(docket.frames.at(-1)?.patches).toEqual([]);
    expect(docket.clocks).toEqual(before);
  });
});

describe('patches', () => {
  it('carry what an event changed and nothing else', () => {
    const docket = inProgress();
    expect(docket.frames.at(-1)?.patches).toEqual([
      { id: 'acceptance#1', nextAt: null, stoppedAt: local('03-02 11:00'), outcome: 'met' },
      docket.clock('handling#1'),
    ]);
    expect(diffClocks(docket.clocks, structuredClone(docket.clocks))).toEqual([]);
  });
});
