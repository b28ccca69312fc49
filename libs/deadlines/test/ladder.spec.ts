import { describe, expect, it } from '@jest/globals';
import {
  ladderFault,
  react,
  scheduleOf,
  termsOf,
  urgingOf,
  type Book,
  type Clock,
  type LadderStep,
  type Policy,
} from '#deadlines';
import { evolve, file } from '#lifecycle';
import { filing } from '../../lifecycle/test/support/story.js';
import { order } from '../../lifecycle/test/support/orders.js';
import { filer, head, operator, supervisor } from '../../lifecycle/test/support/people.js';
import { Docket } from './support/docket.js';
import { book, local } from './support/office.js';

const breach: LadderStep = { at: { after: '0m' }, action: 'breach', to: ['officer'] };
const warn = (at: LadderStep['at'], over: Partial<LadderStep> = {}): LadderStep => ({
  at,
  action: 'warn',
  to: ['officer'],
  ...over,
});
const escalate = (after: string, over: Partial<LadderStep> = {}): LadderStep => ({
  at: { after },
  action: 'escalate',
  to: ['supervisor'],
  ...over,
});

/** The office's book with another ladder. */
const withLadder = (over: Partial<Policy>): Book => ({
  ...book(),
  policy: (version) => ({ ...book().policy(version), ...over }),
});

/** The promise of a complaint filed at `at`, five working days long while it has no category. */
function promised(at: string, ladder: LadderStep[], over: Partial<Policy> = {}): [Clock, Book] {
  const own = withLadder({ ladder, ...over });
  const filed = file(filing, local(at), filer);
  const state = evolve(null, filed);
  const clocks = react([], filed, state, termsOf(own.policy(), null, state), own);
  return [clocks.find(({ kind }) => kind === 'resolution')!, own];
}

const moments = (at: string, ladder: LadderStep[], over?: Partial<Policy>) =>
  scheduleOf(...promised(at, ladder, over)).map((one) => one.at);

// Filed Monday 2 March at 9, promised for Monday the 9th at 17.
const MONDAY = '03-02 09:00';

describe('a step before the deadline', () => {
  it.each([
    ['1wd', '03-06 17:00'],
    ['2wd', '03-05 17:00'],
    ['4wh', '03-09 13:00'],
    ['12wh', '03-06 13:00'],
    ['90m', '03-09 15:30'],
    ['1d', '03-06 17:00'],
    ['4d', '03-05 17:00'],
  ])('%s before', (before, at) => {
    expect(moments(MONDAY, [warn({ before }), breach])).toEqual([local(at), local('03-09 17:00')]);
  });

  it('has no moment when it would have come before the clock began, and is not made up for', () => {
    const short = { unclassified: { accept: '8wh', resolve: '4wh' } };
    const [clock, own] = promised(MONDAY, [warn({ before: '1wd' }), breach], short);
    expect(scheduleOf(clock, own).map(({ at }) => at)).toEqual([null, local('03-02 14:00')]);
    expect(clock.nextAt).toBe(local('03-02 14:00'));
  });

  it('is repeated up to the deadline and not at it or past it', () => {
    const steps = [warn({ before: '2wd' }, { every: '1wd', times: 3 }), breach];
    expect(moments(MONDAY, steps)).toEqual([
      null,
      null,
      local('03-05 17:00'),
      local('03-06 17:00'),
      local('03-09 17:00'),
    ]);
  });
});

describe('steps after the deadline', () => {
  it('interleave by time, with their repetitions', () => {
    const ladder = [breach, escalate('4wh', { every: '1wd', times: 2 }), escalate('1wd')];
    const [clock, own] = promised(MONDAY, ladder);
    expect(scheduleOf(clock, own).map(({ step, at }) => [step.every ?? '', at])).toEqual([
      ['', local('03-09 17:00')],
      ['1wd', local('03-10 12:00')],
      ['', local('03-10 17:00')],
      ['1wd', local('03-12 17:00')],
      ['1wd', local('03-13 17:00')],
    ]);
  });

  it('differ by kind of clock', () => {
    const ladders = { resolution: [breach, escalate('2wd')] };
    expect(moments(MONDAY, [breach], { ladders })).toHaveLength(2);
  });
});

describe('a policy from before steps did more than tell', () => {
  it('has its ladder for every kind, and the usual words of an urging', () => {
    expect(moments(MONDAY, book().policy().ladder)).toEqual([
      local('03-06 13:15'),
      local('03-09 17:00'),
      local('03-10 12:00'),
      local('03-10 17:00'),
      local('03-13 17:00'),
    ]);
    expect(urgingOf(book().policy())).toMatchObject({ answer: '1wd' });
    expect(ladderFault(book().policy())).toBeNull();
  });
});

describe('a ladder is refused', () => {
  it.each<[string, LadderStep[]]>([
    ['without a breach', [warn({ share: 0.5 })]],
    ['with two', [breach, breach]],
    ['with a breach beside the deadline', [{ ...breach, at: { after: '1h' } }]],
    ['with a breach that repeats', [{ ...breach, every: '1wd', times: 1 }]],
    ['with a warning after the deadline', [breach, warn({ after: '1wd' })]],
    ['with an escalation before it', [{ ...escalate('1wd'), at: { before: '1wd' } }, breach]],
    ['with a whole share', [warn({ share: 1 }), breach]],
    ['with no limit in words', [breach, escalate('soon')]],
    ['with nobody by the name', [breach, escalate('1wd', { to: ['mayor'] })]],
    ['with a deed that there is not', [breach, escalate('1wd', { do: ['shout' as never] })]],
    ['with times and no pause between', [breach, escalate('1wd', { times: 2 })]],
    ['without end', [breach, escalate('1wd', { every: '1wd', times: 1000 })]],
  ])('%s', (_, ladder) => {
    expect(ladderFault({ ladder })).not.toBeNull();
    expect(ladderFault({ ladder: [breach], ladders: { triage: ladder } })).toMatch(/^triage: /);
  });
});

describe('what a step does', () => {
  const climbing = (steps: LadderStep[], kind: 'acceptance' | 'resolution') =>
    new Docket(local(MONDAY), {}, () =>
      withLadder({ ladders: { [kind]: [warn({ share: 0.5 }), breach, ...steps] } }),
    );

  it('urging starts a clock of its own, which ends with the answer, late or in time', () => {
    const docket = climbing([], 'resolution');
    docket.give(operator, order('assign'), local('03-02 10:00'));
    docket.give(supervisor, order('urge'), local('03-02 10:30'));
    docket.give(supervisor, order('urge'), local('03-02 11:00'));
    expect(docket.running('urging').map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['urging#1', local('03-03 17:00')],
      ['urging#2', local('03-03 17:00')],
    ]);
    docket.give(head('roads'), order('answer_urging', { number: 2 }), local('03-02 15:00'));
    expect(docket.clock('urging#2')).toMatchObject({ outcome: 'met', unit: 'roads' });
    docket.pass(local('03-04 09:00'));
    const told = docket.fired.filter(({ step }) => step.clock === 'urging#1');
    expect(told.map(({ step, at }) => [step.action, step.to, at])).toEqual([
      ['breach', ['supervisor'], local('03-03 17:00')],
    ]);
    docket.give(head('roads'), order('answer_urging', { number: 1 }), local('03-04 09:00'));
    expect(docket.clock('urging#1').outcome).toBe('late');
  });

  it('what came after overtakes an urging', () => {
    const docket = climbing([], 'resolution');
    docket.give(operator, order('assign'), local('03-02 10:00'));
    docket.give(supervisor, order('urge'), local('03-02 10:30'));
    docket.give(head('roads'), order('return'), local('03-02 11:00'));
    expect(docket.clock('urging#1').outcome).toBe('cancelled');
  });

  it('becoming urgent shortens what agencies owe from now on, and no promise to the filer moves', () => {
    const docket = climbing([], 'acceptance');
    docket.give(operator, order('assign'), local('03-02 09:30'));
    const before = docket.clocks;
    const raising = {
      clock: 'acceptance#1',
      action: 'warn' as const,
      to: [],
      newDate: null,
      scheduledFor: local('03-02 14:00'),
      dueAt: local('03-03 09:30'),
    };
    const step = { ...raising, do: ['raise_urgency' as const] };
    docket.give({ kind: 'system', name: 'timer' }, { type: 'step', step }, local('03-02 14:00'));
    expect(docket.state.urgency).toBe('urgent');
    expect(docket.clock('acceptance#1')).toMatchObject({
      dueAt: local('03-02 15:00'),
      calendar: 'continuous',
      moves: [{ why: 'urgency', from: local('03-03 09:30'), to: local('03-02 15:00') }],
    });
    for (const clock of before.filter(({ owedTo }) => owedTo === 'filer'))
      expect(docket.clock(clock.id).dueAt).toBe(clock.dueAt);
  });

  it('the morning list holds a clock from the first step that says so', () => {
    const docket = climbing(
      [escalate('1wd', { do: ['morning_list'], every: '1wd', times: 1 })],
      'resolution',
    );
    docket.pass(local('03-10 17:00'));
    expect(docket.clock('resolution#1').listedAt).toBe(local('03-10 17:00'));
    docket.pass(local('03-12 17:00'));
    expect(docket.clock('resolution#1').listedAt).toBe(local('03-10 17:00'));
    expect(docket.clock('first_response#1').listedAt).toBeNull();
  });
});
