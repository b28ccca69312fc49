import { describe, expect, it } from '@jest/globals';
import { evolve, fold, type ComplaintEvent } from '#lifecycle';
import { order } from './support/orders.js';
import { filer, head, operator, supervisor, system } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import { assigned, inProgress, Story } from './support/story.js';

describe('a complaint about an agency', () => {
  it.each(['roads', 'roads-unit'])('is not assigned to %s, by nobody', (code) => {
    for (const by of [operator, supervisor, system]) {
      const story = new Story({ about: 'roads' });
      expect(refusalOf(() => story.give(by, order('assign', { lead: code })))).toBe(
        'assignment.conflict',
      );
      const beside = order('assign', { lead: 'lights', supporting: ['water', code] });
      expect(refusalOf(() => story.give(by, beside))).toBe('assignment.conflict');
      story.give(by, order('assign', { lead: 'lights' }));
      expect(story.state.lead).toBe('lights');
    }
  });

  it.each([assigned, inProgress])('leaves whoever it turns out to be about at once', (stand) => {
    const story = stand('roads');
    const made = story.give(operator, order('classify', { about: 'roads' }));
    expect(made).toEqual(['classified', 'recalled']);
    expect(story.state).toMatchObject({
      status: 'new',
      about: 'roads',
      lead: null,
      supporting: [],
      officer: null,
      returns: 0,
      holder: { unit: 'center', duty: 'triage_operator' },
    });
    expect(refusalOf(() => story.give(head('roads'), order('accept')))).toBe('move.not_allowed');
  });

  it('leaves a unit that only supports, too', () => {
    const story = new Story();
    story.give(operator, order('assign', { lead: 'lights', supporting: ['roads-unit'] }));
    expect(story.give(operator, order('classify', { about: 'roads' }))).toContain('recalled');
  });

  it('stays where it is when others have it', () => {
    const story = inProgress('lights');
    expect(story.give(operator, order('classify', { about: 'roads' }))).toEqual(['classified']);
    expect(story.state).toMatchObject({ status: 'in_progress', lead: 'lights', about: 'roads' });
  });

  it('is about the same until a classification says otherwise', () => {
    const story = new Story({ about: 'roads' });
    story.give(operator, order('classify', { category: 'CS-02' }));
    expect(story.state.about).toBe('roads');
    story.give(operator, order('classify', { about: null }));
    expect(story.state.about).toBeNull();
    expect(story.events.at(-1)?.data).toMatchObject({ about: null, was: { about: 'roads' } });
    story.give(operator, order('assign', { lead: 'roads' }));
  });
});

describe('a complaint about the center', () => {
  it.each(['center', 'city'])('(%s) is its supervisor’s and never its operators’', (about) => {
    const story = new Story();
    story.give(operator, order('classify', { about }));
    expect(story.state).toMatchObject({ aboutCenter: true, holder: { duty: 'supervisor' } });
    for (const command of [order('assign', { lead: 'water' }), order('note'), order('reject')])
      expect(refusalOf(() => story.give(operator, command))).toBe('actor.not_allowed');
    story.give(supervisor, order('assign', { lead: 'water' }));
    // It is no arbitration: the agency may still say that it is not theirs.
    expect(story.state).toMatchObject({ binding: false, lead: 'water' });
    story.give(head('water'), order('return'));
    expect(story.state.holder?.duty).toBe('supervisor');
  });

  it('may be assigned by rule, without anybody of the center', () => {
    const story = new Story({ about: 'center', aboutCenter: true });
    story.give(system, order('assign', { lead: 'water' }));
    expect(story.state.lead).toBe('water');
  });
});

it('events from before are read as about nobody', () => {
  const story = new Story();
  story.give(operator, order('classify'));
  const old = JSON.parse(JSON.stringify(story.events)) as ComplaintEvent[];
  for (const { data } of old) {
    const { was } = data as { was?: object };
    for (const part of [data, was ?? {}]) Reflect.deleteProperty(part, 'about');
    Reflect.deleteProperty(data, 'aboutCenter');
  }
  expect(fold(old)).toEqual(story.state);
  expect(fold(old)).toMatchObject({ about: null, aboutCenter: false });
  const [filed] = old;
  if (!filed) throw new Error('a story begins');
  expect(evolve(null, { ...filed, actor: filer } as ComplaintEvent).about).toBeNull();
});
