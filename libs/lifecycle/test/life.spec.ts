import { describe, expect, it } from '@jest/globals';
import { isOpen, type RefusalCode } from '#lifecycle';
import { digest, order, step } from './support/orders.js';
import { filer, head, officer, onlookers, operator, supervisor, system } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import {
  answered,
  assigned,
  closed,
  inProgress,
  rejected,
  resolved,
  returnedTwice,
  Story,
  waiting,
} from './support/story.js';

const refused = (code: RefusalCode, act: () => unknown) => expect(refusalOf(act)).toBe(code);

describe('from filing to end', () => {
  it('passes from hand to hand and ends with the filer', () => {
    const story = new Story();
    expect(story.state.holder).toEqual({ unit: 'center', duty: 'triage_operator', person: null });
    story.give(operator, order('classify', { category: 'CS-02', urgency: 'complex' }));
    expect(story.state).toMatchObject({ status: 'new', category: 'CS-02', urgency: 'complex' });
    story.give(operator, order('assign', { supporting: ['lights', 'roads', 'lights'] }));
    expect(story.state).toMatchObject({ lead: 'roads', supporting: ['lights'], binding: false });
    expect(story.state.holder).toEqual({ unit: 'roads', duty: 'agency_head', person: null });
    story.give(head('roads'), order('accept', { officer: 'chi-lan' }));
    expect(story.state.holder).toEqual({ unit: 'roads', duty: 'officer', person: 'chi-lan' });
    story.give(officer('roads'), order('answer', { evidence: ['photo-1'] }));
    expect(story.state.holder).toEqual({ unit: 'center', duty: 'reviewer', person: null });
    story.give(operator, order('publish'));
    expect(story.state.holder).toEqual({ unit: 'center', duty: 'filer', person: null });
    expect(story.give(filer, order('rate', { score: 4 }))).toEqual(['rated', 'closed']);
    expect(story.state).toMatchObject({ status: 'closed', closedFor: 'rated', holder: null });
    expect(story.events.map(({ type }) => type)).toEqual(
      'filed classified assigned accepted answered published rated closed'.split(' '),
    );
    expect(story.state.version).toBe(8);
  });

  it('closes when the filer confirms, and still takes one rating afterwards', () => {
    const story = resolved();
    expect(story.give(filer, order('confirm'))).toEqual(['confirmed', 'closed']);
    expect(story.state.closedFor).toBe('confirmed');
    expect(story.give(filer, order('rate', { score: 5 }))).toEqual(['rated']);
    expect(story.state).toMatchObject({ status: 'closed', rating: 5 });
    refused('rating.already_given', () => story.give(filer, order('rate', { score: 1 })));
  });

  it('closes by the clock when the filer does not confirm', () => {
    const story = resolved();
    expect(story.give(system, step('close', { clock: 'confirmation#1' }))).toEqual(['closed']);
    expect(story.state).toMatchObject({ status: 'closed', closedFor: 'filer_silent' });
    expect(story.state.endedAt).toBe(story.events.at(-1)?.at);
  });

  it('keeps an answer from the filer until the center is content with it', () => {
    const story = answered();
    story.give(supervisor, order('send_back'));
    expect(story.state).toMatchObject({ status: 'in_progress', sendBacks: 1, officer: 'chi-lan' });
    story.give(officer('roads'), order('answer'));
    story.give(operator, order('publish'));
    expect(story.state.status).toBe('resolved');
  });

  it('says what a classification was before', () => {
    const story = new Story({ category: 'CS-01' });
    story.give(operator, order('classify', { category: 'CS-03', kind: 'conduct' }));
    expect(story.events.at(-1)?.data).toEqual({
      category: 'CS-03',
      kind: 'conduct',
      about: null,
      aboutCenter: false,
      urgency: 'normal',
      was: { category: 'CS-01', kind: 'report', urgency: 'normal', about: null },
    });
  });
});

describe('asking the filer', () => {
  const origins = [
    ['new', () => new Story()],
    ['assigned', assigned],
    ['in_progress', inProgress],
  ] as const;

  it.each(origins)('from %s waits under the same holder and comes back', (status, begin) => {
    const story = begin();
    const { holder } = story.state;
    story.give(operator, order('ask'));
    expect(story.state).toMatchObject({ status: 'waiting_filer', waitingFrom: status, holder });
    story.give(filer, order('reply'));
    expect(story.state).toMatchObject({ status, waitingFrom: null, holder });
  });

  it.each(origins)('from %s ends when the wait runs out', (_, begin) => {
    const story = waiting(begin);
    story.give(system, step('pauseOver'));
    expect(story.state).toMatchObject({ status: 'closed', closedFor: 'filer_silent' });
    expect(story.state).toMatchObject({ holder: null, waitingFrom: null });
  });

  it('takes a word from the filer at any open time without moving', () => {
    for (const begin of [() => new Story(), assigned, inProgress, answered, resolved]) {
      const story = begin();
      const before = story.state;
      story.give(filer, order('reply'));
      expect(story.state).toEqual({ ...before, version: before.version + 1 });
    }
  });

  it('does not close a complaint by a wait that the filer has just ended', () => {
    const story = waiting(inProgress);
    story.give(filer, order('reply'));
    refused('move.not_allowed', () => story.give(system, step('pauseOver')));
    refused('move.not_allowed', () => story.give(system, step('close')));
  });
});

describe('returning', () => {
  it('goes back to triage, without lead or officer', () => {
    const story = inProgress();
    story.give(officer('roads'), order('return', { proposed: 'lights', text: digest }));
    expect(story.state).toMatchObject({ status: 'new', lead: null, officer: null, returns: 1 });
    expect(story.state.holder?.duty).toBe('triage_operator');
  });

  it('is open until the acceptance limit and not after it', () => {
    const story = assigned();
    const early = { returnUntil: new Date(Date.parse(story.now) - 1).toISOString() };
    const give = (over: object) => story.wouldMake(head('roads'), order('return'), over);
    refused('return.after_acceptance_limit', () => give(early));
    expect(give({ returnUntil: story.now })).toHaveLength(1);
  });

  it('goes to the supervisor the second time, whose decision binds', () => {
    const story = returnedTwice();
    expect(story.state.holder).toEqual({ unit: 'center', duty: 'supervisor', person: null });
    refused('assignment.needs_supervisor', () => story.give(operator, order('assign')));
    refused('assignment.needs_supervisor', () => story.give(system, order('assign')));
    refused('assignment.needs_supervisor', () => story.give(operator, order('reject')));
    story.give(supervisor, order('assign'));
    expect(story.state).toMatchObject({ status: 'assigned', binding: true, lead: 'roads' });
    refused('return.binding', () => story.give(head('roads'), order('return')));
    refused('assignment.needs_supervisor', () =>
      story.give(operator, order('assign', { lead: 'lights' })),
    );
    story.give(head('roads'), order('accept'));
    refused('return.binding', () => story.give(officer('roads'), order('return')));
    story.give(supervisor, order('assign', { lead: 'lights' }));
    expect(story.state).toMatchObject({ lead: 'lights', binding: true, officer: null });
  });

  it('does not take a new assignment to the agency that already leads', () => {
    refused('assignment.same_agency', () => assigned().give(operator, order('assign')));
  });
});

describe('after the answer', () => {
  it('reopens within the window, to the same agency', () => {
    for (const begin of [resolved, closed]) {
      const story = begin();
      story.give(filer, order('reopen'), { reopenUntil: story.now });
      expect(story.state).toMatchObject({ status: 'assigned', lead: 'roads', reopens: 1 });
      expect(story.state).toMatchObject({ officer: null, endedAt: null, closedFor: null });
    }
  });

  it('does not reopen after the window', () => {
    const story = closed();
    const reopenUntil = new Date(Date.parse(story.now) - 1).toISOString();
    const give = () => story.give(filer, order('reopen'), { reopenUntil });
    refused('reopen.window_over', give);
  });

  it('leaves more reopenings than the policy admits to the supervisor', () => {
    const story = closed();
    story.give(filer, order('reopen'), { maxReopens: 1 });
    story.give(head('roads'), order('accept'));
    story.give(officer('roads'), order('answer'));
    story.give(operator, order('publish'));
    for (const actor of [filer, operator]) {
      const give = () => story.give(actor, order('reopen'), { maxReopens: 1 });
      refused('reopen.needs_supervisor', give);
    }
    story.give(supervisor, order('reopen'), { maxReopens: 1 });
    expect(story.state.reopens).toBe(2);
  });

  it('cannot reopen what no agency ever led', () => {
    const story = waiting(() => new Story());
    story.give(operator, order('close'));
    refused('move.not_allowed', () => story.give(filer, order('reopen')));
  });

  it.each([resolved, closed])('opens one review for a low rating, then closes', (begin) => {
    const story = begin();
    expect(story.give(filer, order('rate', { score: 2 }))).toEqual(['rated']);
    expect(story.state).toMatchObject({ status: 'answered', reviewed: true, endedAt: null });
    expect(story.state.holder?.duty).toBe('reviewer');
    story.give(operator, order('publish'));
    expect(story.give(filer, order('rate', { score: 1 }))).toEqual(['rated', 'closed']);
    expect(story.state).toMatchObject({ status: 'closed', rating: 1, closedFor: 'rated' });
  });

  it('opens no review after the window', () => {
    const story = closed();
    const reopenUntil = new Date(Date.parse(story.now) - 1).toISOString();
    story.give(filer, order('rate', { score: 1 }), { reopenUntil });
    expect(story.state).toMatchObject({ status: 'closed', rating: 1, reviewed: false });
  });

  it('opens no review of what no agency leads any more', () => {
    const story = closed();
    story.give(filer, order('reopen'));
    story.give(operator, order('classify', { about: 'roads' }));
    story.give(operator, order('ask'));
    story.give(system, step('pauseOver'));
    story.give(filer, order('rate', { score: 1 }));
    expect(story.state).toMatchObject({ status: 'closed', rating: 1, lead: null });
  });

  it.each([0, 6, 2.5, Number.NaN])('does not take %s for a rating', (score) => {
    refused('rating.out_of_range', () => resolved().give(filer, order('rate', { score })));
  });
});

describe('handing over', () => {
  const hand = order('hand_over', { officer: 'anh-minh' });

  it('gives the matter to a colleague, who has it from then on', () => {
    const story = inProgress();
    expect(story.give(officer('roads'), hand)).toEqual(['handed_over']);
    expect(story.state.holder).toEqual({ unit: 'roads', duty: 'officer', person: 'anh-minh' });
    const { data } = story.events.at(-1)!;
    expect(data).toEqual({ from: 'chi-lan', to: 'anh-minh', agency: 'roads', text: null });
  });

  it('of a question that waits is there when the filer replies', () => {
    const story = waiting(inProgress);
    story.give(head('roads'), hand);
    story.give(filer, order('reply'));
    expect(story.state.holder?.person).toBe('anh-minh');
    refused('move.not_allowed', () => waiting(assigned).give(head('roads'), hand));
  });

  it('of an answer under review is there when it is sent back', () => {
    const story = answered();
    story.give(system, hand);
    expect(story.state.holder?.duty).toBe('reviewer');
    story.give(operator, order('send_back'));
    expect(story.state.holder?.person).toBe('anh-minh');
  });

  it('is open to the administrator of people, and to no other agency', () => {
    inProgress().give(onlookers.administrator, hand);
    refused('agency.not_lead', () => inProgress().give(head('lights'), hand));
    refused('actor.not_allowed', () => inProgress().give(supervisor, hand));
  });

  it('what has ended and comes back is with the head until somebody is named', () => {
    const story = closed();
    story.give(filer, order('rate', { score: 1 }));
    story.give(operator, order('send_back'));
    expect(story.state).toMatchObject({ officer: null, holder: { duty: 'agency_head' } });
    story.give(head('roads'), hand);
    expect(story.state.holder).toEqual({ unit: 'roads', duty: 'officer', person: 'anh-minh' });
  });
});

describe('rejecting', () => {
  it('ends with a reason, and an appeal goes to the supervisor once', () => {
    const story = rejected();
    expect(story.state).toMatchObject({ status: 'rejected', rejectedFor: 'spam', holder: null });
    expect(isOpen(story.state.status)).toBe(false);
    story.give(filer, order('appeal'));
    expect(story.state).toMatchObject({ status: 'new', rejectedFor: null, endedAt: null });
    expect(story.state.holder?.duty).toBe('supervisor');
    refused('assignment.needs_supervisor', () => story.give(operator, order('reject')));
    story.give(supervisor, order('reject', { reason: 'not_competent' }));
    expect(story.state.rejectedFor).toBe('not_competent');
    refused('appeal.already_used', () => story.give(filer, order('appeal')));
  });

  it('binds the agency that the supervisor names upon an appeal', () => {
    const story = rejected();
    story.give(filer, order('appeal'));
    story.give(supervisor, order('assign'));
    refused('return.binding', () => story.give(head('roads'), order('return')));
  });
});
