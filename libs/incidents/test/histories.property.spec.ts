import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { steps } from '#incidents';
import { isOpen, type ComplaintEvent } from '#lifecycle';
import { Dice, rolls } from '../../lifecycle/test/support/dice.js';
import { order } from '../../lifecycle/test/support/orders.js';
import { people, SmallCity, type Matter } from './support/city.js';

const { filer, head, operator } = people;
const MATTERS = 5;
const incidents = ['one', 'two', 'three'] as const;

/** Somebody does something: the center with incidents, agencies and filers with complaints. */
function act(city: SmallCity, roll: number): void {
  const dice = new Dice(roll);
  const names = [...city.matters.keys()];
  const one = dice.oneOf(names);
  const id = dice.oneOf(incidents);
  const known = city.incidents.has(id);
  const ahead = city.incidents.get(id)?.main ?? one;
  const lead = city.matter(ahead).state.lead ?? 'roads';
  const does = [
    () => (known ? city.join(id, one) : city.open(id, [one, dice.oneOf(names)])),
    () => city.join(id, one),
    () => known && city.leave(id, one, dice.oneOf(['triage', 'lead'])),
    () => known && city.merge(id, dice.oneOf(incidents)),
    () =>
      known && !city.incidents.has('three') && city.split(id, [one, dice.oneOf(names)], 'three'),
    () => city.give(ahead, operator, order('assign', { lead: dice.oneOf(['roads', 'lights']) })),
    () => city.give(ahead, head(lead), order('accept')),
    () => city.give(ahead, head(lead), order('return')),
    () => city.give(ahead, head(lead), order('answer')),
    () => city.give(ahead, operator, order('publish')),
    () => city.give(ahead, operator, order('reject')),
    () => city.give(one, filer, order('reopen')),
    () => city.give(one, filer, order('rate', { score: dice.oneOf([5, 1]) })),
    () => city.give(one, filer, order('confirm')),
    () => city.settle(),
    ...Array<() => unknown>(6).fill(() => proceed(city, ahead)),
  ];
  dice.oneOf(does)();
}

/** What leads on from where the complaint stands. */
function proceed(city: SmallCity, id: string): void {
  const { status, lead } = city.matter(id).state;
  const agency = head(lead ?? 'roads');
  if (status === 'new') city.give(id, operator, order('assign'));
  if (status === 'assigned') city.give(id, agency, order('accept'));
  if (status === 'in_progress') city.give(id, agency, order('answer'));
  if (status === 'answered') city.give(id, operator, order('publish'));
}

function check(holds: (city: SmallCity) => void, runs = 150): void {
  const history = fc.property(rolls(40), (numbers) => {
    const city = new SmallCity(MATTERS);
    city.open('one', ['matter-0', 'matter-1', 'matter-2']);
    for (const roll of numbers) act(city, roll);
    city.settle();
    holds(city);
  });
  fc.assert(history, { numRuns: runs });
}

const all = (city: SmallCity) => [...city.matters.values()];

type Followed = Extract<ComplaintEvent, { type: 'followed' }>;
const isStep = (event: ComplaintEvent): event is Followed =>
  event.type === 'followed' && event.data.what !== 'main_changed';

interface Stretch {
  main: string;
  from: number;
  steps: number[];
  endedAt: string | null;
}

/** The stretches in which a complaint followed another: from its event, until the next that changes whom it follows. */
function stretches({ events }: Matter): Stretch[] {
  const found: Stretch[] = [];
  const end = (at: string) => {
    const last = found.at(-1);
    if (last) last.endedAt ??= at;
  };
  for (const event of events) {
    if (isStep(event)) found.at(-1)?.steps.push(event.data.number);
    else if (['joined', 'followed', 'left', 'made_main'].includes(event.type)) end(event.at);
    if (event.type === 'joined' || (event.type === 'followed' && !isStep(event))) {
      const { main, number } = event.data;
      found.push({ main, from: number, steps: [], endedAt: null });
    }
  }
  return found;
}

/** The steps of a main after one of its events, until it goes ahead of nobody there or `endedAt`. */
function stepsOf({ events }: Matter, from: number, endedAt: string | null): number[] {
  const ends = events.findIndex(
    ({ type }, at) => at >= from && ['left', 'joined', 'made_main'].includes(type),
  );
  return events.flatMap(({ type, at }, index) => {
    const wanted = (steps as readonly string[]).includes(type) && index + 1 > from;
    return wanted && (ends < 0 || index < ends) && (endedAt === null || at < endedAt)
      ? [index + 1]
      : [];
  });
}

describe('whatever is joined, left, merged, split, answered and reopened', () => {
  it('each complaint is in one incident at most, and follows the one that goes ahead in it', () => {
    check((city) => {
      for (const { state } of all(city)) {
        if (state.incident === null) assert.deepEqual([state.follows, state.followed], [null, 0]);
        const incident = state.incident === null ? null : city.incidents.get(state.incident);
        if (!incident || !isOpen(state.status) || state.status === 'resolved') continue;
        assert.equal(incident.status, 'open');
        if (state.follows !== null) assert.equal(state.follows, incident.main);
        else assert.equal(state.id, incident.main);
      }
    });
  });

  it('each filer is told of each step once, in order, and none is left out', () => {
    let told = 0;
    check((city) => {
      for (const matter of all(city))
        for (const { main, from, steps: brought, endedAt } of stretches(matter)) {
          assert.deepEqual(brought, stepsOf(city.matter(main), from, endedAt));
          told += brought.length;
        }
    });
    expect(told).toBeGreaterThan(100);
  });

  it('the filer’s promise is never reset by it', () => {
    check((city) => {
      for (const { events, clocks } of all(city)) {
        const promises = clocks.filter(({ kind }) => kind === 'resolution');
        const begun = events.filter(
          (event) =>
            ['filed', 'reopened', 'appealed'].includes(event.type) ||
            (event.type === 'rated' && event.data.review),
        );
        assert.deepEqual(
          promises.map(({ startedAt }) => startedAt),
          begun.map(({ at }) => at),
        );
        for (const promise of promises) assert.deepEqual(promise.pauses, []);
      }
    });
  });

  it('each open complaint is held and promised, and owes an agency nothing while it follows', () => {
    const seen = new Set<string>();
    check((city) => {
      for (const { id, state, events } of all(city)) {
        events.forEach(({ type }) => seen.add(type));
        assert.equal(state.holder !== null, isOpen(state.status));
        if (!isOpen(state.status)) continue;
        const kinds = city.running(id).map(({ kind }) => kind);
        const wait = state.status === 'resolved' ? 'confirmation' : 'resolution';
        assert.ok(kinds.includes(wait), `${id} ${state.status} ${kinds.join()}`);
        const inward = kinds.filter((kind) => ['acceptance', 'handling'].includes(kind));
        const triage = kinds.includes('triage');
        const follows = state.follows !== null;
        if (follows) assert.deepEqual([inward, triage], [[], false]);
        else if (state.status === 'new') assert.ok(triage);
        else if (state.status === 'assigned') assert.deepEqual(inward, ['acceptance']);
        else if (state.status === 'in_progress') assert.deepEqual(inward, ['handling']);
      }
    });
    for (const type of ['joined', 'left', 'made_main', 'followed', 'published', 'reopened'])
      expect(seen).toContain(type);
  });

  it('what one does after the answer is its own: the others stay as they are', () => {
    check((city) => {
      for (const { state } of all(city)) {
        if (state.status !== 'resolved') continue;
        const before = all(city).filter(({ id }) => id !== state.id);
        const stood = before.map((matter) => matter.state);
        assert.ok(city.give(state.id, filer, order('reopen')) || state.reopens >= 2);
        if (state.reopens < 2) assert.equal(city.matter(state.id).state.incident, null);
        assert.deepEqual(
          before.map((matter) => matter.state),
          stood,
        );
        return;
      }
    });
  });
});
