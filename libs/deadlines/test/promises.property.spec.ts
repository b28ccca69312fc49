import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import { attribution, dueOf, openPause, spansOf, standingOf, type Clock } from '#deadlines';
import type { Docket, Frame } from './support/docket.js';
import { check, checkUntilSeen } from './support/journeys.js';
import { book } from './support/office.js';

const NOW = '2027-01-04T02:00:00.000Z';

const promises = ({ frames }: Docket, holds: (old: Clock, now: Clock, frame: Frame) => void) =>
  frames.forEach((frame) =>
    frame.before.forEach((old) => {
      const now = frame.after.find(({ id }) => id === old.id);
      assert.ok(now);
      if (old.kind === 'resolution') holds(old, now, frame);
    }),
  );

describe('what the filer was promised', () => {
  it('moves only by a person with a reason, by a classification, or by the wait for the filer', () => {
    const seen = new Set<string>();
    const whole = (docket: Docket) =>
      promises(docket, (old, now, { event }) => {
        if (now.moves.length === old.moves.length) {
          // A wait for the filer ends by a reply, or when another's matter answers for it.
          if (now.dueAt !== old.dueAt) assert.ok(['filer_replied', 'joined'].includes(event.type));
          return;
        }
        const move = now.moves.at(-1);
        assert.ok(move && now.moves.length === old.moves.length + 1);
        assert.deepEqual([move.at, move.from, move.to], [event.at, old.dueAt, now.dueAt]);
        const { actor } = event;
        const known = actor.kind === 'staff' ? actor.id : actor.kind === 'system' && actor.name;
        // What the one that goes ahead was granted is brought by the program, with the name of who has granted it.
        const brought = event.type === 'followed' ? event.data.extension : undefined;
        assert.equal(move.by, brought?.by ?? known);
        // The program classifies what nobody has sent on yet; it grants nothing.
        if (move.why === 'extension' && !brought) assert.equal(actor.kind, 'staff');
        const granted = brought ? 'followed' : 'extension_granted';
        assert.equal(event.type, move.why === 'extension' ? granted : 'classified');
        assert.equal(move.reason !== null, move.why === 'extension');
        seen.add(move.why).add(now.dueAt > old.dueAt ? 'later' : 'earlier');
      });
    checkUntilSeen(['earlier', 'extension', 'later', 'reclassified'], seen, 500, { whole });
  });

  it('stays, with its words, whatever hand it goes through', () => {
    const hands = ['assigned', 'accepted', 'returned', 'handed_over', 'noted'];
    const seen = new Set<string>();
    const whole = (docket: Docket) =>
      promises(docket, (old, now, { event }) => {
        if (!hands.includes(event.type)) return;
        seen.add(event.type);
        for (const key of [
          'dueAt',
          'startedAt',
          'limit',
          'words',
          'policyVersion',
          'moves',
        ] as const)
          assert.deepEqual(now[key], old[key]);
      });
    checkUntilSeen(hands, seen, 200, { whole });
  });

  it('is brought earlier by a classification only, and then not into the past', () => {
    const whole = (docket: Docket) =>
      promises(docket, (old, now, { event }) => {
        if (now.dueAt >= old.dueAt) return;
        assert.equal(event.type, 'classified');
        assert.ok(now.dueAt > event.at);
      });
    check(200, { whole });
  });

  it('follows from its start, its moves and its pauses', () => {
    const after = ({ clocks }: Docket) => {
      for (const clock of clocks)
        if (!openPause(clock) && clock.outcome === null)
          assert.equal(dueOf(clock, book()), clock.dueAt);
    };
    check(100, { after });
  });
});

describe('an extension', () => {
  it('comes before the deadline, lengthens, and no oftener than the policy says', () => {
    let granted = 0;
    const whole = ({ frames }: Docket) => {
      for (const { event, state } of frames) {
        if (event.type !== 'extension_granted') continue;
        granted += 1;
        assert.ok(event.at < event.data.dueAt && event.data.until > event.data.dueAt);
        assert.ok(state.extensions <= 1);
      }
    };
    check(1500, { whole });
    expect(granted).toBeGreaterThan(0);
  });
});

describe('the time of a promise', () => {
  it('was held without a gap, and all that was late by somebody', () => {
    const whole = ({ clocks }: Docket) => {
      for (const clock of clocks) {
        const spans = spansOf(clock);
        assert.equal(spans[0]?.from, clock.startedAt);
        spans.slice(1).forEach((span, at) => assert.equal(span.from, spans[at]?.to));
        assert.equal(spans.at(-1)?.to, clock.stoppedAt);
        assert.equal(spans.at(-1)?.unit, clock.unit);
        const shares = attribution(clock, book(), NOW);
        for (const { held, late } of shares) assert.ok(held >= late && late >= 0);
        const late = shares.reduce((sum, one) => sum + one.late, 0);
        if (standingOf(clock, NOW) === 'on_time') assert.equal(late, 0);
        if (clock.outcome === 'met') assert.equal(late, 0);
      }
    };
    check(150, { whole });
  });
});
