import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  duties,
  evolve,
  fold,
  identityAccesses,
  isOpen,
  Refusal,
  refusalCodes,
  statuses,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  type IdentityAccess,
} from '#lifecycle';
import { deepFreeze } from './support/deep-freeze.js';
import { Dice, rolls } from './support/dice.js';
import { moveFor, type Try } from './support/moves.js';
import { barredBy, Story } from './support/story.js';

const past = '2000-01-01T00:00:00.000Z';
const future = '2040-01-01T00:00:00.000Z';

interface Turn extends Try {
  identity: IdentityAccess | undefined;
  before: ComplaintState;
  after: ComplaintState;
  made: ComplaintEvent[];
  refusal: Refusal | null;
}

function limitsFor(dice: Dice): Partial<Context> {
  return {
    reopenUntil: dice.oneOf([null, future, future, past]),
    returnUntil: dice.oneOf([null, future, future, past]),
    maxReopens: dice.oneOf([2, 1]),
    identity: dice.oneOf(identityAccesses),
    extension: {
      dueAt: dice.oneOf(['2026-03-04T10:00:00.000Z', '2026-03-11T10:00:00.000Z', past]),
      latest: dice.oneOf(['2026-03-25T10:00:00.000Z', '2026-03-13T10:00:00.000Z']),
      max: dice.oneOf([2, 1, 0, 2]),
      inHours: dice.oneOf([true, true, true, false]),
    },
    partsInTime: dice.oneOf([[], [], [], [1]]),
  };
}

type Guard = <T>(value: T) => T;

function turn(story: Story, roll: number, guard: Guard): Turn {
  const dice = new Dice(roll);
  const limits = limitsFor(dice);
  const before = guard(story.state);
  const tried = guard(moveFor(before, dice));
  const known = story.events.length;
  let refusal: Refusal | null = null;
  try {
    story.give(tried.actor, tried.command, limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error;
  }
  const made = guard(story.events.slice(known));
  return { ...tried, identity: limits.identity, before, after: story.state, made, refusal };
}

function check(
  runs: number,
  holds: (story: Story, turns: Turn[]) => void,
  guard: Guard = (value) => value,
): void {
  const property = fc.property(rolls(40), (numbers) => {
    const story = new Story();
    holds(
      story,
      numbers.map((roll) => turn(story, roll, guard)),
    );
  });
  fc.assert(property, { numRuns: runs });
}

const each = (runs: number, holds: (turn: Turn) => void) =>
  check(runs, (_, turns) => turns.forEach(holds));

describe('whatever is tried', () => {
  it('an open complaint has exactly one holder, with unit and duty; an ended one none', () => {
    each(300, ({ after: { status, holder, endedAt } }) => {
      assert.ok(statuses.includes(status));
      assert.equal(holder !== null, isOpen(status));
      assert.equal(endedAt === null, isOpen(status));
      if (!holder) return;
      assert.ok(holder.unit !== '' && duties.includes(holder.duty));
      assert.equal(holder.person !== null, holder.duty === 'officer');
    });
  });

  it('the lead agency holds what is with an agency, the center everything else', () => {
    each(300, ({ after: { status, waitingFrom, holder, lead, center, handedUp } }) => {
      if (!holder) return;
      const stage = waitingFrom ?? status;
      const withLead = ['assigned', 'in_progress'].includes(stage) && !handedUp;
      assert.equal(lead === null, stage === 'new');
      assert.equal(holder.unit, withLead ? lead : center);
      assert.equal(waitingFrom !== null, status === 'waiting_filer');
    });
  });

  it('every event has an actor and an instant, and the version counts the events', () => {
    check(250, ({ state, events }, turns) => {
      assert.equal(state.version, events.length);
      for (const { made, actor, before, after } of turns) {
        assert.equal(after.version, before.version + made.length);
        for (const event of made) {
          assert.equal(event.actor, actor);
          assert.equal(new Date(event.at).toISOString(), event.at);
        }
      }
    });
  });

  it('folding the events, also read back from JSON, gives the state', () => {
    check(250, ({ state, events }) => {
      assert.deepEqual(fold(events), state);
      assert.deepEqual(fold(JSON.parse(JSON.stringify(events)) as ComplaintEvent[]), state);
    });
  });

  it('folding in two parts is folding in one', () => {
    check(250, ({ state, events }) => {
      const middle = Math.ceil(events.length / 2);
      const half = fold(events.slice(0, middle));
      assert.deepEqual(events.slice(middle).reduce<ComplaintState>(evolve, half), state);
    });
  });

  it('a refused command changes nothing, and an accepted one makes events', () => {
    each(300, ({ refusal, before, after, made, command }) => {
      if (!refusal) return assert.ok(made.length > 0);
      assert.equal(after, before);
      assert.deepEqual([refusal.status, refusal.command], [before.status, command.type]);
      assert.ok(refusalCodes.includes(refusal.code));
    });
  });

  it('neither states, commands nor events are changed in place', () => {
    const frozen = ({ events, state }: Story) => assert.deepEqual(fold(events), state);
    check(250, frozen, deepFreeze);
  });

  it('what is counted or set once never goes back', () => {
    each(300, ({ before, after }) => {
      for (const count of ['returns', 'reopens', 'sendBacks', 'version'] as const)
        assert.ok(after[count] >= before[count]);
      for (const mark of ['appealed', 'reviewed', 'answered', 'binding', 'anonymised'] as const)
        assert.ok(after[mark] || !before[mark]);
      for (const fixed of ['id', 'filedAt', 'center', 'text'] as const)
        assert.equal(after[fixed], before[fixed]);
      assert.ok(after.returns <= 2);
    });
  });

  it('what has ended stays so but for reopening, review or appeal', () => {
    each(300, ({ before, after, made }) => {
      if (isOpen(before.status) || !isOpen(after.status)) return;
      const [first] = made;
      const back = first?.type === 'rated' ? first.data.review && 'review' : first?.type;
      const ways = before.status === 'closed' ? ['reopened', 'review'] : ['appealed'];
      assert.ok(ways.includes(String(back)));
    });
  });

  it('after it was made anonymous nothing is done with it any more, and only what has ended is', () => {
    each(400, ({ before, after, made, actor }) => {
      if (before.anonymised) assert.deepEqual([made, after], [[], before]);
      const [event] = made;
      if (event?.type !== 'anonymised') return;
      assert.ok(!isOpen(before.status) && made.length === 1);
      if (event.data.ground === 'retention') assert.equal(actor.kind, 'system');
      assert.deepEqual(after, { ...before, anonymised: true, version: before.version + 1 });
    });
  });

  it('a hand-over changes the officer and, where one holds it, the holder; nothing else', () => {
    each(300, ({ before, after, made }) => {
      const [event] = made;
      if (event?.type !== 'handed_over') return;
      const { from, to, agency } = event.data;
      assert.deepEqual([from, agency], [before.officer, before.lead]);
      const working = (before.waitingFrom ?? before.status) === 'in_progress';
      const holder = working ? { unit: agency, duty: 'officer', person: to } : before.holder;
      assert.deepEqual(after, { ...before, officer: to, holder, version: before.version + 1 });
    });
  });

  it('a succession changes who has it and the officer, and nothing of the promise', () => {
    each(400, ({ before, after, made }) => {
      const [event] = made;
      if (event?.type !== 'succeeded') return;
      const { from, to } = event.data;
      const had = [before.lead, ...before.supporting];
      const has = [after.lead, ...after.supporting];
      assert.ok(had.includes(from) && !has.includes(from) && has.includes(to));
      assert.equal(new Set(has).size, has.length);
      assert.equal(after.lead, before.lead === from ? to : before.lead);
      const officer = before.lead === from ? null : before.officer;
      const { lead, supporting, holder, parts } = after;
      const asked = before.extension;
      const extension = asked?.agency === from ? { ...asked, agency: to } : asked;
      const moved = { lead, supporting, holder, parts, extension, officer };
      assert.deepEqual(after, { ...before, ...moved, version: before.version + 1 });
      assert.ok(parts.every(({ agency }) => agency !== from));
    });
  });

  it('nobody complained of, and nobody beneath them, ever has it', () => {
    each(300, ({ after: { about, lead, supporting, holder } }) => {
      const barred = barredBy(about);
      for (const code of [lead, ...supporting]) assert.ok(code === null || !barred.includes(code));
      if (barred.includes('center')) assert.notEqual(holder?.duty, 'triage_operator');
    });
  });

  it('what is about the center is no matter of its operators', () => {
    each(300, ({ before, made, actor }) => {
      const isOperator = actor.kind === 'staff' && actor.role === 'operator';
      if (before.aboutCenter && isOperator) assert.deepEqual(made, []);
    });
  });

  it('revealing who filed changes nothing but the version, and needs the privacy class', () => {
    each(300, ({ before, after, made, identity }) => {
      if (!made.some(({ type }) => type === 'identity_revealed')) return;
      assert.equal(identity, 'by_reveal');
      assert.deepEqual(after, { ...before, version: before.version + 1 });
    });
  });

  it('what nobody took is the supervisor’s until somebody does, and no agency loses it by that', () => {
    each(400, ({ before, after, made }) => {
      if (made.some(({ type }) => type === 'handed_up')) {
        assert.ok(['new', 'assigned'].includes(before.status) && !before.handedUp);
        assert.deepEqual([after.status, after.lead], [before.status, before.lead]);
        assert.deepEqual(after.holder, { unit: after.center, duty: 'supervisor', person: null });
      }
      if (after.handedUp && after.holder) assert.equal(after.holder.duty, 'supervisor');
      if (after.status === 'in_progress') assert.ok(!after.handedUp);
    });
  });

  it('urgings are numbered from 1, answered once at most, and none is open where no agency has it', () => {
    each(400, ({ before, after, made, actor }) => {
      assert.deepEqual(
        after.urgings.map(({ number }) => number),
        after.urgings.map((_, at) => at + 1),
      );
      for (const event of made) {
        if (event.type === 'urging_answered') {
          assert.ok(before.urgings[event.data.number - 1]?.open);
          assert.equal(actor.kind === 'staff' && actor.agency, before.lead);
        }
        if (event.type === 'urged') assert.equal(event.data.agency, before.lead);
      }
      const agencyHas = ['assigned', 'in_progress'].includes(after.waitingFrom ?? after.status);
      if (!agencyHas) assert.ok(after.urgings.every(({ open }) => !open));
      for (const { number, open } of before.urgings)
        assert.ok(open || !after.urgings[number - 1]?.open);
    });
  });

  it('a clock makes a matter urgent and nothing else of it', () => {
    each(400, ({ before, after, made }) => {
      if (made.length !== 2 || made[1]?.type !== 'urgency_raised') return;
      assert.notEqual(before.urgency, 'urgent');
      assert.deepEqual(after, { ...before, urgency: 'urgent', version: before.version + 2 });
    });
  });

  it('a correction changes nothing but the version, a restriction only itself; both are the filer’s', () => {
    each(300, ({ before, after, made, actor }) => {
      const [event] = made;
      if (event?.type !== 'identity_corrected' && event?.type !== 'restricted') return;
      const restricted = event.type === 'restricted' ? event.data.on : before.restricted;
      assert.equal(actor.kind, 'filer');
      assert.deepEqual(after, { ...before, restricted, version: before.version + 1 });
    });
  });

  it('a mark of repeat changes nothing else, and a person of the center alone undoes it', () => {
    each(400, ({ before, after, made, actor }) => {
      const [event] = made;
      if (event?.type === 'marked_repeat') {
        assert.deepEqual([actor.kind, before.repeatOf], ['system', null]);
        assert.deepEqual(after, {
          ...before,
          repeatOf: event.data.of,
          version: before.version + 1,
        });
      } else if (event?.type === 'unmarked_repeat') {
        assert.ok(actor.kind === 'staff' && ['operator', 'supervisor'].includes(actor.role));
        assert.equal(event.data.of, before.repeatOf);
        assert.deepEqual(after, { ...before, repeatOf: null, version: before.version + 1 });
      } else assert.equal(after.repeatOf, before.repeatOf);
    });
  });

  it('a binding decision is never undone by the agency', () => {
    each(200, ({ before, made }) => {
      if (before.binding) assert.ok(made.every(({ type }) => type !== 'returned'));
    });
  });
});

describe('the histories', () => {
  it('reach every status and every kind of event and refusal', () => {
    const seen = new Set<string>();
    const events =
      'classified assigned rejected question_asked filer_replied noted accepted handed_over returned recalled succeeded answered ' +
      'published sent_back confirmed rated reopened appealed closed warned breached escalated ' +
      'identity_revealed identity_corrected restricted marked_repeat unmarked_repeat ' +
      'extension_asked extension_granted extension_refused ' +
      'urged urging_answered urgency_raised handed_up ' +
      'joined made_main followed left incident_changed ' +
      'part_added part_withdrawn split_off';
    // These histories are of what was filed, not of what was split off.
    const reachable = refusalCodes.filter((code) => !code.endsWith('.of_linked'));
    const wanted = [...statuses, ...reachable, ...events.split(' ')];
    const missing = () => wanted.filter((word) => !seen.has(word));
    // The rarest come once in some thousand histories.
    for (let round = 0; round < 10 && missing().length > 0; round += 1)
      check(2000, (_, turns) => {
        for (const { after, made, refusal } of turns) {
          seen.add(after.status);
          if (refusal) seen.add(refusal.code);
          made.forEach((event) => seen.add(event.type));
        }
      });
    expect(missing()).toEqual([]);
  });
});
