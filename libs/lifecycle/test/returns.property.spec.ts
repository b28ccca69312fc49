import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hasReturned, MOST_RETURNS, proposalOf, Refusal, type EventOf } from '#lifecycle';
import { Dice, rolls } from './support/dice.js';
import { moveFor } from './support/moves.js';
import { order } from './support/orders.js';
import { head, operator, supervisor } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import { answered, assigned, returnedTwice, Story } from './support/story.js';

/** Histories in which much is returned; `holds` looks at the story after each turn. */
function check(runs: number, holds: (story: Story) => void): void {
  const property = fc.property(rolls(40), (numbers) => {
    const story = new Story();
    for (const roll of numbers) {
      const dice = new Dice(roll);
      const eager = dice.below(3) === 0 && story.state.status === 'assigned';
      const { actor, command } = eager
        ? { actor: head(story.state.lead ?? ''), command: order('return') }
        : moveFor(story.state, dice);
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

const assignments = (story: Story) =>
  story.events.filter((event): event is EventOf<'assigned'> => event.type === 'assigned');

describe('whatever is tried', () => {
  it('there are at most two returns in a life, all of them on the state', () => {
    let twice = 0;
    check(300, ({ state, events }) => {
      const returned = events.filter(({ type }) => type === 'returned');
      assert.ok(returned.length <= MOST_RETURNS);
      assert.equal(state.returns, returned.length);
      assert.deepEqual(
        state.returnedBy,
        returned.map((event) => {
          const { agency, ground, proposed } = (event as EventOf<'returned'>).data;
          return { number: events.indexOf(event) + 1, at: event.at, agency, ground, proposed };
        }),
      );
      if (returned.length === MOST_RETURNS) twice += 1;
    });
    expect(twice).toBeGreaterThan(0);
  });

  it('nobody but the supervisor gives it to an agency that has returned it, and that binds', () => {
    let given = 0;
    check(300, (story) => {
      for (const { data, actor, at } of assignments(story)) {
        const before = story.state.returnedBy.filter((one) => one.at < at);
        if (!before.some(({ agency }) => agency === data.lead)) continue;
        given += 1;
        assert.ok(actor.kind === 'staff' && actor.role === 'supervisor');
        assert.ok(data.binding && data.text);
      }
    });
    expect(given).toBeGreaterThan(0);
  });

  it('a decision that binds stays, and only a supervisor gives it on', () => {
    check(300, (story) => {
      const first = assignments(story).findIndex(({ data }) => data.binding);
      if (first < 0) return;
      assert.ok(story.state.binding);
      for (const { actor, data } of assignments(story).slice(first))
        assert.ok(data.binding && actor.kind === 'staff' && actor.role === 'supervisor');
    });
  });

  it('a return names another owner, who is none of those that had their say', () => {
    check(300, ({ state: { returnedBy } }) => {
      returnedBy.forEach(({ agency, ground, proposed }, at) => {
        if (['not_competent', 'wrong_area'].includes(ground)) assert.notEqual(proposed, null);
        const out = [agency, 'center', ...returnedBy.slice(0, at).map((one) => one.agency)];
        assert.ok(proposed === null || !out.includes(proposed));
      });
    });
  });

  it('what is offered to the operator is open to the operator', () => {
    check(300, (story) => {
      const offered = proposalOf(story.state);
      if (offered === null) return;
      assert.equal(story.state.lead, null);
      assert.ok(!hasReturned(story.state, offered));
    });
  });
});

describe('ways round', () => {
  const assign = (lead: string, over = {}) => order('assign', { lead, ...over });

  it('giving it on by hand after the first return leaves one', () => {
    const story = assigned('roads');
    story.give(head('roads'), order('return'));
    story.give(operator, assign('lights'));
    story.give(operator, assign('water'));
    story.give(head('water'), order('return'));
    expect(story.state.holder?.duty).toBe('supervisor');
    story.give(supervisor, assign('lights'));
    expect(refusalOf(() => story.give(head('lights'), order('return')))).toBe('return.binding');
  });

  it('taking it back from whoever is complained of does not open what is bound', () => {
    const story = returnedTwice();
    story.give(supervisor, assign('water'));
    story.give(operator, order('classify', { about: 'water' }));
    expect(story.state).toMatchObject({ lead: null, binding: true });
    expect(story.state.holder?.duty).toBe('supervisor');
    expect(refusalOf(() => story.give(operator, assign('parks')))).toBe(
      'assignment.needs_supervisor',
    );
  });

  it('reopening what is bound leaves it bound', () => {
    const story = returnedTwice();
    story.give(supervisor, assign('water'));
    story.give(head('water'), order('accept'));
    story.give(head('water'), order('answer'));
    story.give(operator, order('publish'));
    story.give(operator, order('reopen'));
    expect(refusalOf(() => story.give(head('water'), order('return')))).toBe('return.binding');
    expect(refusalOf(() => story.give(operator, assign('roads')))).toBe(
      'assignment.needs_supervisor',
    );
  });

  it('who has answered does not return it after a send-back or a dispute', () => {
    const sentBack = answered();
    sentBack.give(operator, order('send_back'));
    const reopened = answered();
    reopened.give(operator, order('publish'));
    reopened.give(operator, order('reopen'));
    for (const story of [sentBack, reopened])
      expect(refusalOf(() => story.give(head('roads'), order('return')))).toBe(
        'return.after_answer',
      );
    reopened.give(operator, assign('lights'));
    reopened.give(head('lights'), order('return'));
    expect(reopened.state.returns).toBe(1);
  });

  it('giving it back after one return binds at once', () => {
    const story = assigned('roads');
    story.give(head('roads'), order('return'));
    expect(refusalOf(() => story.give(supervisor, assign('roads', { text: null })))).toBe(
      'assignment.needs_ground',
    );
    story.give(supervisor, assign('roads'));
    expect(story.state.binding).toBe(true);
  });
});
