import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fold, isOpenPart, Refusal, type ComplaintEvent, type EventOf } from '#lifecycle';
import { Dice, rolls } from './support/dice.js';
import { moveFor } from './support/moves.js';
import { digest, order } from './support/orders.js';
import { head, operator } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import { assigned, inProgress, Story } from './support/story.js';

const agencies = ['roads', 'lights', 'water'] as const;

/** Something about a part, by whoever it may be. */
function ofPart(story: Story, dice: Dice) {
  const { parts, lead } = story.state;
  const part = parts.find(isOpenPart);
  const number = part?.number ?? 1;
  const own = head(part?.agency ?? 'roads');
  return dice.oneOf([
    { actor: operator, command: order('add_part', { agency: dice.oneOf(agencies) }) },
    { actor: own, command: order('accept_part', { number }) },
    { actor: own, command: order('answer_part', { number }) },
    { actor: own, command: order('return_part', { number }) },
    { actor: head(lead ?? ''), command: order('withdraw_part', { number }) },
    { actor: operator, command: order('split_off', { number: dice.oneOf([null, number]) }) },
  ]);
}

function check(runs: number, holds: (story: Story) => void): void {
  const property = fc.property(rolls(40), (numbers) => {
    const story = new Story();
    for (const roll of numbers) {
      const dice = new Dice(roll);
      const { actor, command } =
        dice.below(2) === 0 ? ofPart(story, dice) : moveFor(story.state, dice);
      try {
        story.give(actor, command);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      holds(story);
    }
  });
  fc.assert(property, { numRuns: runs });
}

describe('whatever is tried', () => {
  it('who has an open part supports, the lead never does, and nobody without a lead', () => {
    const seen = new Set<string>();
    check(300, ({ state: { parts, supporting, lead }, events }) => {
      for (const { type } of events) seen.add(type);
      const open = parts.filter(isOpenPart).map(({ agency }) => agency);
      assert.ok(open.every((agency) => supporting.includes(agency)));
      assert.ok(lead === null || !supporting.includes(lead));
      if (lead === null) assert.deepEqual(supporting, []);
      assert.equal(new Set(supporting).size, supporting.length);
      assert.equal(new Set(open).size, open.length);
    });
    for (const type of ['added', 'withdrawn', 'accepted', 'answered', 'returned'])
      expect([...seen]).toContain(`part_${type}`);
    expect([...seen]).toContain('split_off');
  });

  it('parts have their own numbers, and an event that names one names its agency', () => {
    check(300, ({ events, state: { parts } }) => {
      assert.equal(new Set(parts.map(({ number }) => number)).size, parts.length);
      const added = events.filter(
        (event): event is EventOf<'part_added'> => event.type === 'part_added',
      );
      const inherited = events.some(({ type }) => type === 'succeeded');
      for (const { data } of inherited ? [] : added)
        assert.ok(
          parts.every((part) => part.number !== data.number || part.agency === data.agency),
        );
    });
  });

  it('only a lead holds the matter: parts change neither holder, status nor counts', () => {
    check(200, (story) => {
      const last = story.events.at(-1) as ComplaintEvent;
      if (!last.type.startsWith('part_')) return;
      const before = fold(story.events.slice(0, -1));
      const { parts: _, supporting: __, version: ___, ...same } = story.state;
      assert.deepEqual({ ...before, ...same }, before);
    });
  });
});

describe('a supporting agency', () => {
  it('that was only named has a part to take up, without a task', () => {
    const story = new Story();
    story.give(operator, order('assign', { supporting: ['lights', 'water'] }));
    expect(story.state.parts.map(({ number, agency, task }) => [number, agency, task])).toEqual([
      [1, 'lights', ''],
      [2, 'water', ''],
    ]);
    story.give(operator, order('add_part', { agency: 'lights' }));
    expect(story.state.parts.map(({ agency }) => agency)).toEqual(['water', 'lights']);
    expect(story.state.supporting).toEqual(['lights', 'water']);
  });

  it('may do its part and make notes, and nothing else', () => {
    const story = inProgress();
    story.give(head('roads'), order('add_part'));
    const by = head('lights');
    for (const type of [
      'answer',
      'ask',
      'add_part',
      'withdraw_part',
      'hand_over',
      'reveal',
    ] as const)
      expect(refusalOf(() => story.give(by, order(type)))).toBe('agency.not_lead');
    story.give(by, order('note', { text: digest }));
    expect(refusalOf(() => story.give(by, order('answer_part')))).toBe('part.not_open');
    story.give(by, order('accept_part'));
    story.give(by, order('answer_part'));
    expect(story.state.parts[0]).toMatchObject({ status: 'answered', answer: digest });
    expect(story.state.supporting).toEqual(['lights']);
  });

  it('is out of it when the lead returns the matter', () => {
    const story = assigned();
    story.give(operator, order('add_part'));
    story.give(head('roads'), order('return'));
    expect(story.state).toMatchObject({ supporting: [], parts: [{ status: 'withdrawn' }] });
  });
});
