import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isRunning, openPause, react, recomputed, type Book, type Clock } from '#deadlines';
import { evolve, type ComplaintEvent, type ComplaintState, type Instant } from '#lifecycle';
import { WorkCalendar, type CalendarSpec } from '#working-time';
import { Dice, rolls } from '../../lifecycle/test/support/dice.js';
import { filed, go } from './support/journeys.js';
import { book as officeBook, terms } from './support/office.js';

const DAY = 86_400_000;
const RANGE = { from: '2026-01-01', to: '2027-07-01' };
const reason = { vi: 'Ngẫu nhiên', en: 'Random' };
const hours = [
  [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  [
    { from: '07:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
  [{ from: '08:00', to: '12:00' }],
] as const;

const dateAt = (day: number) =>
  new Date(Date.parse('2026-02-20') + day * DAY).toISOString().slice(0, 10);

/** An edit of the office: seasons, Saturdays, days off, half days and working Saturdays around the journeys. */
const edited: fc.Arbitrary<CalendarSpec> = fc
  .record({
    first: fc.constantFrom(...hours),
    season: fc.constantFrom(...hours),
    saturday: fc.constantFrom(null, ...hours),
    begins: fc.integer({ min: 0, max: 40 }),
    lasts: fc.option(fc.integer({ min: 0, max: 20 })),
    days: fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 0, max: 90 }),
        kind: fc.constantFrom('off' as const, 'off' as const, 'half' as const, 'work' as const),
        part: fc.constantFrom('morning' as const, 'afternoon' as const),
      }),
      { maxLength: 25, selector: ({ day }) => day },
    ),
  })
  .map(({ first, season, saturday, begins, lasts, days }) => {
    const week = (windows: (typeof hours)[number]) => ({
      ...Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [...windows]])),
      ...(saturday && { 6: [...saturday] }),
    });
    return {
      code: 'office',
      version: 1,
      timeZone: 'Asia/Ho_Chi_Minh',
      kind: 'working' as const,
      weeks: [
        { validFrom: '2015-01-01', hours: week(first) },
        {
          validFrom: dateAt(begins),
          validTo: lasts === null ? null : dateAt(begins + lasts),
          hours: week(season),
        },
      ],
      days: days.map(({ day, kind, part }) => ({
        date: dateAt(day),
        kind,
        reason,
        // An afternoon that hours do not have cannot be worked.
        ...(kind === 'half' && { part: 'morning' as const, as: part === 'morning' ? 1 : 2 }),
      })),
    };
  });

/** The office's book with edits on top, the last of them in force; agencies work by it too, or around the clock. */
function bookOf(edits: readonly WorkCalendar[], agencyCalendar: string | null): Book {
  const office = officeBook();
  return {
    policy: (version) => office.policy(version),
    agencyCalendar: () => agencyCalendar,
    calendar: (code, version = edits.length + 1) =>
      code === 'office' && version > 1 ? edits[version - 2]! : office.calendar(code, version),
  };
}

interface Docket {
  state: ComplaintState;
  clocks: Clock[];
}

/** One recalculation as the program does it: an event for each clock that moves. */
function recalculate(docket: Docket, at: Instant, book: Book) {
  const events: Extract<ComplaintEvent, { type: 'deadline_moved' }>[] = [];
  let { state, clocks } = docket;
  for (const clock of docket.clocks) {
    const moved = recomputed(clock, state.urgency, at, book);
    if (!moved) continue;
    const event = {
      type: 'deadline_moved' as const,
      at,
      actor: { kind: 'system' as const, name: 'recalculation' },
      data: { ...moved, document: '1/QĐ', by: 'chi-hoa' },
    };
    state = evolve(state, event);
    clocks = react(clocks, event, state, terms(state.category, state.urgency), book);
    events.push(event);
  }
  return { docket: { state, clocks }, events };
}

const told = ({ dueAt, newDate }: Clock) => (newDate !== null && newDate > dueAt ? newDate : dueAt);

describe('after random journeys and edits of the calendar', () => {
  it('no promise comes earlier, each move is one event with its decision, and a second run moves nothing', () => {
    const seen = { moved: 0, paused: 0, late: 0, agency: 0 };
    const journey = fc.property(
      fc.noBias(fc.nat()),
      rolls(14),
      fc.array(edited, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(null, 'continuous', 'office'),
      (start, numbers, specs, agencyCalendar) => {
        const made = filed(new Dice(start));
        for (const roll of numbers) go(made, roll);
        const at = made.lastAt;
        let docket: Docket = { state: made.state, clocks: made.clocks };
        const edits: WorkCalendar[] = [];
        for (const spec of specs) {
          edits.push(WorkCalendar.compile({ ...spec, version: edits.length + 2 }, RANGE));
          const book = bookOf(edits, agencyCalendar);
          const { docket: after, events } = recalculate(docket, at, book);
          for (const old of docket.clocks) {
            const now = after.clocks.find(({ id }) => id === old.id);
            assert.ok(now);
            const own = events.filter(({ data }) => data.clock === old.id);
            const same = { ...now, step: old.step };
            if (own.length === 0) assert.deepEqual(same, old);
            else assert.equal(own.length, 1);
            if (!isRunning(old)) assert.equal(own.length, 0);
            if (old.owedTo === 'filer') assert.ok(told(now) >= told(old) && now.dueAt >= old.dueAt);
            else assert.ok(now.dueAt >= old.dueAt || now.dueAt > at);
            for (const fixed of ['breachedAt', 'step', 'startedAt', 'limit', 'owedTo'] as const)
              assert.equal(now[fixed], old[fixed]);
            if (now.dueAt !== old.dueAt) {
              seen.moved += 1;
              if (old.owedTo === 'center') seen.agency += 1;
              if (old.breachedAt) seen.late += 1;
              assert.deepEqual(own[0]?.data.from, old.dueAt);
              assert.deepEqual(own[0]?.data.to, now.dueAt);
              const last = now.moves.at(-1);
              assert.deepEqual(
                [last?.from, last?.to, last?.why, last?.document, last?.by],
                [old.dueAt, now.dueAt, 'calendar', '1/QĐ', 'chi-hoa'],
              );
            }
            const [before, wait] = [openPause(old), openPause(now)];
            assert.equal(before === null, wait === null);
            if (before && wait) {
              seen.paused += 1;
              assert.ok(wait.wakeAt >= before.wakeAt);
            }
            assert.equal(now.nextAt === null, old.nextAt === null);
          }
          assert.deepEqual(recalculate(after, at, book).events, []);
          docket = after;
        }
      },
    );
    fc.assert(journey, { numRuns: 150 });
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
