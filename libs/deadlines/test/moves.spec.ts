import { describe, expect, it } from '@jest/globals';
import { attribution, moveDue, standingOf } from '#deadlines';
import { order } from '../../lifecycle/test/support/orders.js';
import { filer, head, officer, operator, supervisor } from '../../lifecycle/test/support/people.js';
import { Docket } from './support/docket.js';
import { book, local } from './support/office.js';

const HOUR = 3_600_000;

/** Filed Monday 2 March at 9, promised for Monday the 9th at 17. */
function inProgress(): Docket {
  const docket = new Docket(local('03-02 09:00'));
  docket.give(operator, order('assign'), local('03-02 10:00'));
  docket.give(head('roads'), order('accept'), local('03-02 11:00'));
  return docket;
}

const until = local('03-13 17:00');

function extended(): Docket {
  const docket = inProgress();
  docket.give(head('roads'), order('ask_extension', { until }), local('03-05 09:00'));
  docket.give(supervisor, order('grant_extension'), local('03-05 10:00'));
  return docket;
}

describe('what an agency owes', () => {
  it('starts when it accepts and is met by its answer, with the filer beside it', () => {
    const docket = inProgress();
    expect(docket.clock('handling#1')).toMatchObject({
      owedTo: 'center',
      unit: 'roads',
      limit: '5wd',
      startedAt: local('03-02 11:00'),
      words: { en: '5 working days from acceptance, by Deadline policy' },
    });
    docket.give(officer('roads'), order('answer'), local('03-04 10:00'));
    expect(docket.clock('handling#1').outcome).toBe('met');
    expect(docket.clock('resolution#1').outcome).toBeNull();
  });

  it('is cancelled by a return and by another agency, and starts anew with the next', () => {
    const docket = inProgress();
    docket.give(supervisor, order('assign', { lead: 'lights' }), local('03-03 10:00'));
    expect(docket.clock('handling#1').outcome).toBe('cancelled');
    docket.give(head('lights'), order('accept'), local('03-03 11:00'));
    expect(docket.clock('handling#2')).toMatchObject({ unit: 'lights', limit: '5wd' });
    docket.give(head('lights'), order('return'), local('03-03 14:00'));
    expect(docket.clock('handling#2').outcome).toBe('cancelled');
  });

  it('is shorter when an answer is sent back', () => {
    const docket = inProgress();
    docket.give(officer('roads'), order('answer'), local('03-04 10:00'));
    docket.give(operator, order('send_back'), local('03-04 14:00'));
    expect(docket.clock('handling#2')).toMatchObject({
      limit: '3wd',
      startedAt: local('03-04 14:00'),
      dueAt: local('03-09 17:00'),
    });
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-09 17:00'));
  });
});

describe('an extension', () => {
  it('moves what the filer is promised and what the agency owes, with person and reason', () => {
    const docket = extended();
    for (const id of ['resolution#1', 'handling#1'])
      expect(docket.clock(id)).toMatchObject({
        dueAt: until,
        breachedAt: null,
        moves: [
          {
            at: local('03-05 10:00'),
            from: local('03-09 17:00'),
            to: until,
            why: 'extension',
            by: 'center-supervisor',
            reason: 'ab'.repeat(32),
          },
        ],
      });
    expect(docket.clock('resolution#1').words).toEqual(inProgress().clock('resolution#1').words);
  });

  it('keeps the pauses after it, and gives none before it twice', () => {
    const docket = inProgress();
    docket.give(operator, order('ask'), local('03-03 10:00'));
    docket.give(filer, order('reply'), local('03-03 15:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-10 12:00'));
    docket.give(head('roads'), order('ask_extension', { until }), local('03-05 09:00'));
    docket.give(supervisor, order('grant_extension'), local('03-05 10:00'));
    docket.give(operator, order('ask'), local('03-06 10:00'));
    docket.give(filer, order('reply'), local('03-06 12:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-16 10:00'));
  });

  it('granted while the filer is asked gives the whole wait back afterwards', () => {
    const docket = inProgress();
    docket.give(head('roads'), order('ask_extension', { until }), local('03-05 09:00'));
    docket.give(operator, order('ask'), local('03-05 10:00'));
    docket.give(supervisor, order('grant_extension'), local('03-05 11:00'));
    docket.give(filer, order('reply'), local('03-05 14:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-16 11:00'));
  });

  it('undecided does not hold the breach, and falls with it', () => {
    const docket = inProgress();
    docket.give(head('roads'), order('ask_extension', { until }), local('03-05 09:00'));
    docket.pass(local('03-09 17:00'));
    expect(docket.clock('resolution#1').breachedAt).toBe(local('03-09 17:00'));
    expect(docket.state.extension).toBeNull();
  });

  it('granted before the agency accepts gives it as long as the filer waits', () => {
    const docket = new Docket(local('03-02 09:00'), { category: 'CS-01' });
    docket.give(operator, order('assign'), local('03-02 10:00'));
    docket.give(head('roads'), order('ask_extension', { until }), local('03-02 11:00'));
    docket.give(supervisor, order('grant_extension'), local('03-02 11:30'));
    docket.give(head('roads'), order('accept'), local('03-02 14:00'));
    expect(docket.clock('handling#1').dueAt).toBe(until);
  });
});

describe('a move', () => {
  const move = (to: string) =>
    ({
      at: local('03-04 10:00'),
      to,
      why: 'calendar',
      by: 'x',
      document: null,
      reason: null,
    }) as const;

  it('never brings what the filer was told earlier', () => {
    const { clocks } = inProgress();
    const promise = clocks.find(({ id }) => id === 'resolution#1')!;
    const owed = clocks.find(({ id }) => id === 'handling#1')!;
    expect(moveDue(promise, move(local('03-06 17:00')), book())).toBe(promise);
    expect(moveDue(owed, move(local('03-06 17:00')), book()).dueAt).toBe(local('03-06 17:00'));
    expect(moveDue(promise, move(local('03-10 17:00')), book())).toMatchObject({
      dueAt: local('03-10 17:00'),
      moves: [{ from: local('03-09 17:00'), why: 'calendar' }],
    });
  });
});

describe('a new classification', () => {
  it('stands as a move with its person', () => {
    const docket = inProgress();
    docket.give(operator, order('classify', { category: 'CS-02' }), local('03-03 10:00'));
    expect(docket.clock('resolution#1')).toMatchObject({
      dueAt: local('03-17 17:00'),
      words: { en: '10 working days from receipt, by Deadline policy' },
      moves: [{ why: 'reclassified', by: 'center-operator', from: local('03-09 17:00') }],
    });
  });

  it('to a limit that would be over already counts from then on', () => {
    const docket = inProgress();
    const urgent = order('classify', { category: 'CS-01', urgency: 'urgent' });
    docket.give(operator, urgent, local('03-04 10:00'));
    expect(docket.clock('resolution#1')).toMatchObject({
      dueAt: local('03-04 14:00'),
      words: { en: '4 hours from reclassification, by Deadline policy' },
    });
  });

  it('that changes no limit takes no extension back', () => {
    const docket = extended();
    const before = docket.clock('resolution#1');
    docket.give(operator, order('classify', { category: 'CS-09' }), local('03-05 11:00'));
    expect(docket.clock('resolution#1')).toEqual(before);
  });

  it('heals no date that has passed', () => {
    const docket = inProgress();
    docket.pass(local('03-10 10:00'));
    docket.give(operator, order('classify', { category: 'CS-02' }), local('03-10 10:00'));
    expect(docket.clock('resolution#1').dueAt).toBe(local('03-09 17:00'));
  });
});

describe('lateness', () => {
  it('belongs to whoever held the matter, hour by hour', () => {
    const docket = inProgress();
    docket.give(supervisor, order('assign', { lead: 'lights' }), local('03-10 10:00'));
    docket.give(head('lights'), order('accept'), local('03-10 11:00'));
    docket.give(operator, order('ask'), local('03-10 14:00'));
    docket.give(filer, order('reply'), local('03-12 08:00'));
    docket.give(officer('lights'), order('answer'), local('03-12 10:00'));
    docket.give(operator, order('publish'), local('03-12 11:00'));
    const shares = attribution(docket.clock('resolution#1'), book(), local('03-20 10:00'));
    expect(shares.map(({ unit, held, late }) => [unit, held / HOUR, late / HOUR])).toEqual([
      ['center', 2, 1],
      ['roads', 48, 2],
      ['lights', 5, 5],
    ]);
  });
});

describe('a promise stands', () => {
  const standing = (docket: Docket, now: string) =>
    standingOf(docket.clock('resolution#1'), local(now));
  function done(docket: Docket, at: string) {
    docket.give(officer('roads'), order('answer'), local(at));
    docket.give(operator, order('publish'), local(at));
    return standing(docket, '03-30 10:00');
  }

  it('open, and open and late', () => {
    expect(standing(inProgress(), '03-09 17:00')).toBe('open');
    expect(standing(inProgress(), '03-10 09:00')).toBe('open_late');
    const asked = inProgress();
    asked.give(operator, order('ask'), local('03-09 10:00'));
    expect(standing(asked, '03-10 09:00')).toBe('open');
  });

  it('on time, on time after an extension, and late, apart', () => {
    expect(done(inProgress(), '03-09 16:00')).toBe('on_time');
    expect(done(extended(), '03-09 16:00')).toBe('on_time');
    expect(done(extended(), '03-12 16:00')).toBe('on_time_extended');
    expect(done(extended(), '03-16 16:00')).toBe('late');
  });

  it('as nothing when it was cancelled', () => {
    const docket = new Docket(local('03-02 09:00'));
    docket.give(operator, order('reject'), local('03-02 10:00'));
    expect(standing(docket, '03-30 10:00')).toBeNull();
  });
});
