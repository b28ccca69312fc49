import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import {
  agencyKinds,
  clockKinds,
  dueStep,
  isRunning,
  nextMoment,
  openPause,
  patchClocks,
  type Clock,
  type ClockPatch,
} from '#deadlines';
import { isOpen } from '#lifecycle';
import { parseLimit } from '#working-time';
import type { Docket, Frame } from './support/docket.js';
import { check } from './support/journeys.js';
import { book } from './support/office.js';

/** Time of the clock's own kind between two instants: open time, or wall time for 'm' and 'h'. */
function between(clock: Clock, from: string, to: string): number {
  const wall = ['m', 'h'].includes(parseLimit(clock.limit).unit);
  if (wall) return Date.parse(to) - Date.parse(from);
  return book().calendar(clock.calendar).openBetween(new Date(from), new Date(to));
}

const changes = ({ frames }: Docket, holds: (old: Clock, now: Clock, frame: Frame) => void) =>
  frames.forEach((frame) =>
    frame.before.forEach((old) => {
      const now = frame.after.find(({ id }) => id === old.id);
      assert.ok(now);
      holds(old, now, frame);
    }),
  );

describe('at every stage', () => {
  it('an open complaint has a next moment, an ended one no running clock', () => {
    const after = ({ state, clocks }: Docket) => {
      assert.equal(nextMoment(clocks) !== null, isOpen(state.status));
      assert.equal(clocks.some(isRunning), isOpen(state.status));
    };
    check(100, { after });
  });

  it('one promise of a result runs until there is one, then one wait for the filer', () => {
    const after = (docket: Docket) => {
      const { status } = docket.state;
      const promised = isOpen(status) && status !== 'resolved';
      assert.equal(docket.running('resolution').length, promised ? 1 : 0);
      assert.equal(docket.running('confirmation').length, status === 'resolved' ? 1 : 0);
    };
    check(100, { after });
  });

  it('at most one clock of a kind runs for a unit, and each has its own number', () => {
    const after = (docket: Docket) => {
      for (const kind of clockKinds) {
        // Several urgings can wait for an answer side by side; agencies that support have clocks of their own.
        const units = docket.running(kind).map(({ unit }) => unit);
        if (kind !== 'urging') assert.equal(new Set(units).size, units.length);
        const ids = docket.clocks.filter((clock) => clock.kind === kind).map(({ id }) => id);
        assert.deepEqual(
          ids,
          ids.map((_, i) => `${kind}#${i + 1}`),
        );
      }
    };
    check(100, { after });
  });

  it('clocks pause exactly while the filer is asked, and running ones know their next step', () => {
    const after = (docket: Docket) => {
      const paused = docket.state.status === 'waiting_filer';
      for (const clock of docket.clocks) {
        assert.equal(openPause(clock) !== null, paused && isRunning(clock));
        // What an agency owes has an end to its steps; the filer's clock goes on climbing.
        if (['handling', 'urging'].includes(clock.kind) && clock.breachedAt) continue;
        assert.equal(clock.nextAt !== null, isRunning(clock) && !paused);
      }
    };
    check(100, { after });
  });

  it('a hand-over changes no clock', () => {
    const seen = new Set<string>();
    const whole = ({ frames }: Docket) =>
      frames.forEach(({ event, patches }) => {
        seen.add(event.type);
        if (event.type === 'handed_over') assert.deepEqual(patches, []);
      });
    check(400, { whole });
    expect(seen).toContain('handed_over');
  });

  it('a succession moves no date: the successor owes by the same ones', () => {
    const seen = new Set<string>();
    const whole = ({ frames }: Docket) =>
      frames.forEach(({ event, before, after }) => {
        if (event.type !== 'succeeded') return;
        for (const [i, clock] of after.entries()) {
          const old = before[i];
          // Whoever leads supports nobody, and nobody owes for two parts twice.
          if (clock.outcome === 'cancelled' && old?.outcome === null) {
            assert.ok(agencyKinds.includes(clock.kind));
            continue;
          }
          assert.deepEqual(clock, { ...old, unit: clock.unit, spans: clock.spans });
          if (isRunning(clock)) assert.notEqual(clock.unit, event.data.from);
          if (old?.unit === event.data.from && clock.unit !== old.unit) seen.add(clock.kind);
        }
      });
    check(600, { whole });
    expect(seen).toContain('resolution');
    expect(seen).toContain('acceptance');
  });

  it('what is promised to the filer is owed by the holder, who is never nobody', () => {
    const after = (docket: Docket) => {
      for (const clock of docket.running())
        if (clock.owedTo === 'filer') assert.equal(clock.unit, docket.state.holder?.unit);
    };
    check(100, { after });
  });

  it('stepping ends: nothing is left due, now or a year later', () => {
    const whole = (docket: Docket) => {
      for (const now of [docket.lastAt, '2028-01-03T02:00:00.000Z']) {
        docket.fire(now);
        assert.equal(dueStep(docket.clocks, now, docket.state.urgency, book()), null);
      }
    };
    check(120, { whole });
  });
});

describe('steps', () => {
  it('are never early, in the order of time, and each once', () => {
    const whole = ({ fired, frames }: Docket) => {
      const seen = new Set<string>();
      fired.forEach(({ step, index, at, made }, i) => {
        const last = fired[i - 1];
        // What ends before its answer leaves its incident with it.
        assert.deepEqual(
          made.slice(1),
          made[0] === 'closed' ? made.filter((one) => one === 'left') : [],
        );
        assert.ok(at >= step.scheduledFor);
        assert.ok(!last || at >= last.at);
        // What falls due together fires in the order in which it should have.
        if (last?.at === at && !frames.some(({ event }) => event.at === at && moves(event.type)))
          assert.ok(step.scheduledFor >= last.step.scheduledFor);
        const name = `${step.clock} ${step.action === 'pauseOver' ? 'wake' : index}`;
        assert.ok(!seen.has(name), name);
        seen.add(name);
      });
      const times = frames.map(({ event }) => event.at);
      assert.deepEqual(times.toSorted(), times);
    };
    check(120, { whole });
  });

  it('breach once, never before the date, and only what runs', () => {
    const whole = (docket: Docket) =>
      changes(docket, (old, now, { event }) => {
        if (old.breachedAt === now.breachedAt) return;
        assert.equal(event.type, 'breached');
        assert.equal(old.breachedAt, null);
        assert.ok(isRunning(old) && event.at >= old.dueAt);
        assert.equal(now.newDate !== null, now.kind === 'resolution');
        assert.ok(now.newDate === null || now.newDate > event.at);
      });
    check(120, { whole });
  });
});

const moves = (type: string) =>
  ['classified', 'filer_replied', 'extension_granted', 'joined', 'followed'].includes(type);

describe('dates', () => {
  it('move only when the filer was asked, the matter classified anew or more time granted', () => {
    const whole = (docket: Docket) =>
      changes(docket, (old, now, { event }) => {
        for (const fixed of ['id', 'kind', 'owedTo', 'startedAt'] as const)
          assert.equal(now[fixed], old[fixed]);
        if (!moves(event.type)) assert.equal(now.dueAt, old.dueAt);
      });
    check(120, { whole });
  });

  it('after a reply leave the time that was left, to the minute', () => {
    let replies = 0;
    const whole = (docket: Docket) =>
      changes(docket, (old, now, { event }) => {
        const pause = openPause(old);
        if (event.type !== 'filer_replied' || !pause) return;
        const inTime = pause.from < old.dueAt;
        if (!inTime) return assert.equal(now.dueAt, old.dueAt);
        replies += 1;
        const lost = between(old, pause.from, old.dueAt) - between(now, event.at, now.dueAt);
        assert.ok(lost >= 0 && lost < 60_000 * old.pauses.length, `lost ${lost} ms`);
        if (between(old, pause.from, event.at) === 0) assert.equal(now.dueAt, old.dueAt);
      });
    check(500, { whole });
    expect(replies).toBeGreaterThan(3);
  });

  it('decide who was late, and what has ended never changes', () => {
    const whole = (docket: Docket) => {
      changes(docket, (old, now, { event }) => {
        if (isRunning(old)) return;
        // Taken out of an incident that was answered, a matter has its promise back as it was.
        const revived = event.type === 'left' && old.kind === 'resolution' && isRunning(now);
        const { stoppedAt, outcome, nextAt, unit, spans } = old;
        assert.deepEqual(revived ? { ...now, stoppedAt, outcome, nextAt, unit, spans } : now, old);
        assert.deepEqual(now.spans.slice(0, spans.length), spans);
      });
      for (const { stoppedAt, outcome, dueAt } of docket.clocks) {
        assert.equal(stoppedAt === null, outcome === null);
        if (stoppedAt && outcome !== 'cancelled')
          assert.equal(outcome, stoppedAt > dueAt ? 'late' : 'met');
      }
    };
    check(120, { whole });
  });
});

describe('patches', () => {
  it('of all events, also read back from JSON, make the clocks', () => {
    const whole = ({ frames, clocks }: Docket) => {
      const patches = frames.map((frame) => frame.patches);
      const stored = JSON.parse(JSON.stringify(patches)) as ClockPatch[][];
      for (const log of [patches, stored])
        assert.deepEqual(log.reduce<Clock[]>(patchClocks, []), clocks);
    };
    check(120, { whole });
  });
});
