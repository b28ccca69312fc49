import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  ladderFault,
  nextFiring,
  react,
  scheduleOf,
  termsOf,
  type Book,
  type Clock,
  type LadderStep,
} from '#deadlines';
import { evolve, file, urgencies, type Urgency } from '#lifecycle';
import { filing } from '../../lifecycle/test/support/story.js';
import { filer } from '../../lifecycle/test/support/people.js';
import { book, local } from './support/office.js';

const amount = (most: number) => fc.integer({ min: 1, max: most });
const limit = fc
  .tuple(amount(40), fc.constantFrom('m', 'h', 'wm', 'wh', 'wd', 'd'))
  .map(([size, unit]) => `${size}${unit}`);
const repeats = fc.oneof(fc.constant({}), fc.record({ every: limit, times: amount(4) }));

const ahead = fc
  .tuple(
    fc.oneof(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }).map((share) => ({ share })),
      limit.map((before) => ({ before })),
    ),
    repeats,
  )
  .map(([at, more]): LadderStep => ({ at, action: 'warn', to: ['officer'], ...more }));
const after = fc.tuple(limit, repeats).map(([late, more]): LadderStep => ({
  at: { after: late },
  action: 'escalate',
  to: ['leader'],
  ...more,
}));
const breach: LadderStep = { at: { after: '0m' }, action: 'breach', to: [] };

const ladders = fc
  .tuple(fc.array(ahead, { maxLength: 4 }), fc.array(after, { maxLength: 4 }))
  .map(([before, behind]) => [...before, breach, ...behind]);

const minutes = fc.integer({ min: 0, max: 30 * 24 * 60 });

interface Given {
  ladder: LadderStep[];
  minutes: number;
  urgency: Urgency;
}

/** A complaint filed at any minute of a month, under any ladder. */
const cases: fc.Arbitrary<Given> = fc.record({
  ladder: ladders,
  minutes,
  urgency: fc.constantFrom(...urgencies),
});

function clocksOf({ ladder, minutes, urgency }: Given): [Clock[], Book] {
  const own: Book = {
    ...book(),
    policy: (version) => ({ ...book().policy(version), ladder }),
  };
  const at = new Date(Date.parse(local('03-01 00:00')) + minutes * 60_000).toISOString();
  const filed = file({ ...filing, urgency }, at, filer);
  const state = evolve(null, filed);
  return [react([], filed, state, termsOf(own.policy(), null, { ...state, urgency }), own), own];
}

const each = (holds: (clock: Clock, book: Book) => void) =>
  fc.assert(
    fc.property(cases, (given) => {
      assert.equal(ladderFault(given), null);
      const [clocks, own] = clocksOf(given);
      clocks.forEach((clock) => holds(clock, own));
    }),
    { numRuns: 150 },
  );

describe('whatever the ladder says', () => {
  it('steps come in the order of time, none before the clock began, the breach exactly at the deadline', () => {
    each((clock, own) => {
      const schedule = scheduleOf(clock, own);
      const known = schedule.flatMap(({ at }) => (at === null ? [] : [at]));
      assert.deepEqual(known.toSorted(), known);
      for (const { at, step } of schedule) {
        if (at === null) continue;
        assert.ok(at >= clock.startedAt);
        if (step.action === 'breach') assert.equal(at, clock.dueAt);
        if (step.action === 'warn') assert.ok(at <= clock.dueAt);
        if (step.action === 'escalate') assert.ok(at >= clock.dueAt);
      }
      assert.equal(schedule.filter(({ step }) => step.action === 'breach').length, 1);
    });
  });

  it('climbing it fires each step once, and then repeats without end', () => {
    each((clock, own) => {
      const schedule = scheduleOf(clock, own);
      const fired: number[] = [];
      let last = clock.startedAt;
      for (let from = 0; fired.length < schedule.length + 2;) {
        const next = nextFiring(clock, from, last, own);
        assert.ok(next && next.at >= last);
        fired.push(next.index);
        last = next.at;
        from = next.index + 1;
        if (fired.filter((index) => index >= schedule.length).length === 2) break;
      }
      const mine = schedule.flatMap(({ at }, index) => (at === null ? [] : [index]));
      assert.deepEqual(
        fired.filter((index) => index < schedule.length),
        mine,
      );
    });
  });
});
