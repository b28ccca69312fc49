import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#lifecycle';
import { order } from './support/orders.js';
import { head, operator, supervisor } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import { assigned, inProgress, returnedTwice, Story } from './support/story.js';

const partner = (agency = 'roads'): Actor => ({ kind: 'partner', agency, link: 'a-link' });

describe('an agency without accounts', () => {
  it('accepts without naming anybody: its head has the matter, and it is nobody’s orphan', () => {
    const story = assigned();
    expect(story.give(partner(), order('accept', { officer: null }))).toEqual(['accepted']);
    expect(story.state).toMatchObject({
      status: 'in_progress',
      officer: null,
      holder: { unit: 'roads', duty: 'agency_head', person: null },
    });
    expect(story.events.at(-1)?.actor).toEqual(partner());
    expect(story.give(partner(), order('answer'))).toEqual(['answered']);
  });

  it('names no officer, and whoever has accounts must', () => {
    const named = order('accept', { officer: 'chi-lan' });
    const unnamed = order('accept', { officer: null });
    expect(refusalOf(() => assigned().give(partner(), named))).toBe('actor.not_allowed');
    expect(refusalOf(() => assigned().give(head('roads'), unnamed))).toBe('actor.not_allowed');
  });

  it('does nothing with the matter of another agency, and nothing of the center', () => {
    const strange = partner('lights');
    expect(refusalOf(() => inProgress().give(strange, order('answer')))).toBe('agency.not_lead');
    for (const type of ['assign', 'publish', 'reject', 'forward'] as const)
      expect(refusalOf(() => new Story().give(partner(), order(type)))).not.toBeNull();
  });
});

describe('a matter of a body outside of the city', () => {
  it('ends at the center, and the filer may ask for one review', () => {
    const story = new Story();
    expect(story.give(operator, order('forward'))).toEqual(['forwarded']);
    expect(story.state).toMatchObject({
      status: 'rejected',
      rejectedFor: 'forwarded',
      holder: null,
    });
    story.give({ kind: 'filer' }, order('appeal'));
    expect(story.state).toMatchObject({ status: 'new', rejectedFor: null });
    const forward = order('forward');
    expect(refusalOf(() => story.give(operator, forward))).toBe('assignment.needs_supervisor');
    expect(story.give(supervisor, forward)).toEqual(['forwarded']);
  });

  it('is the supervisor’s to forward after two returns', () => {
    const forward = order('forward');
    expect(refusalOf(() => returnedTwice().give(operator, forward))).toBe(
      'assignment.needs_supervisor',
    );
  });
});
