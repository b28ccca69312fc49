import { describe, expect, it } from '@jest/globals';
import { Refusal, refusalCodes, type RefusalCode } from '#lifecycle';
import { order } from './support/orders.js';
import { filer, head, operator, supervisor, system } from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import {
  answered,
  assigned,
  closed,
  following,
  inProgress,
  rejected,
  resolved,
  returnedTwice,
  Story,
} from './support/story.js';

const past = '2000-01-01T00:00:00.000Z';

const until = '2026-03-06T10:00:00.000Z';
const terms = { dueAt: '2026-03-04T10:00:00.000Z', latest: until, max: 1, inHours: true };

function asking(over: Partial<typeof terms> = {}): void {
  inProgress().give(head('roads'), order('ask_extension', { until }), {
    extension: { ...terms, ...over },
  });
}

const ways: Record<RefusalCode, () => unknown> = {
  'urging.unknown': () => inProgress().give(head('roads'), order('answer_urging')),
  'urging.settled': () => {
    const story = inProgress();
    story.give(supervisor, order('urge'));
    story.give(head('roads'), order('answer_urging'));
    story.give(head('roads'), order('answer_urging'));
  },
  'incident.follows': () => following('in_progress').give(head('roads'), order('answer')),
  'incident.not_member': () => assigned().give(operator, order('leave')),
  'incident.member_already': () => following('new').give(operator, order('join')),
  'incident.protected': () => new Story({ kind: 'conduct' }).give(operator, order('join')),
  'incident.step_known': () => following('assigned').give(system, order('follow', { number: 2 })),
  'move.not_allowed': () => new Story().give(operator, order('publish')),
  'actor.not_allowed': () => new Story().give(filer, order('assign')),
  'agency.not_lead': () => assigned('roads').give(head('lights'), order('accept')),
  'agency.not_involved': () => assigned('roads').give(system, order('succeed', { from: 'lights' })),
  'assignment.same_agency': () => assigned('roads').give(operator, order('assign')),
  'assignment.needs_supervisor': () => returnedTwice().give(operator, order('assign')),
  'hand_over.same_officer': () =>
    inProgress().give(head('roads'), order('hand_over', { officer: 'chi-lan' })),
  'assignment.conflict': () =>
    new Story({ about: 'roads' }).give(operator, order('assign', { supporting: ['roads-unit'] })),
  'answer.parts_open': () =>
    inProgress().give(head('roads'), order('answer'), { partsInTime: [1] }),
  'ask.of_linked': () => new Story({ splitFrom: 'another' }).give(operator, order('ask')),
  'link.of_linked': () => new Story({ splitFrom: 'another' }).give(operator, order('split_off')),
  'part.already_asked': () => {
    const story = inProgress();
    story.give(head('roads'), order('add_part'));
    story.give(head('roads'), order('add_part'));
  },
  'part.not_open': () => inProgress().give(head('roads'), order('withdraw_part')),
  'part.not_yours': () => {
    const story = inProgress();
    story.give(head('roads'), order('add_part'));
    story.give(head('roads'), order('accept_part'));
  },
  'assignment.needs_ground': () =>
    returnedTwice().give(supervisor, order('assign', { lead: 'water', text: null })),
  'assignment.returned_before': () => {
    const story = assigned('roads');
    story.give(head('roads'), order('return'));
    story.give(operator, order('assign'));
  },
  'return.binding': () => {
    const story = rejected();
    story.give(filer, order('appeal'));
    story.give(supervisor, order('assign'));
    story.give(head('roads'), order('return'));
  },
  'return.after_acceptance_limit': () =>
    assigned().give(head('roads'), order('return'), { returnUntil: past }),
  'return.after_answer': () => {
    const story = answered();
    story.give(operator, order('send_back'));
    story.give(head('roads'), order('return'));
  },
  'return.needs_proposed': () =>
    assigned().give(head('roads'), order('return', { proposed: null })),
  'return.proposed_unfit': () =>
    assigned().give(head('roads'), order('return', { proposed: 'roads' })),
  'reopen.window_over': () => closed().give(filer, order('reopen'), { reopenUntil: past }),
  'reopen.needs_supervisor': () => closed().give(filer, order('reopen'), { maxReopens: 0 }),
  'rating.out_of_range': () => resolved().give(filer, order('rate', { score: 6 })),
  'rating.already_given': () => {
    const story = resolved();
    story.give(filer, order('rate'));
    story.give(filer, order('rate'));
  },
  'appeal.already_used': () => {
    const story = rejected();
    story.give(filer, order('appeal'));
    story.give(supervisor, order('reject'));
    story.give(filer, order('appeal'));
  },
  'identity.hidden': () => assigned().give(operator, order('reveal'), { identity: 'never' }),
  'case.anonymised': () => {
    const story = closed();
    story.give(supervisor, order('anonymise'));
    story.give(filer, order('reopen'));
  },
  'identity.seen_already': () => assigned().give(operator, order('reveal'), { identity: 'seen' }),
  'repeat.marked_already': () => {
    const story = assigned();
    story.give(system, order('mark_repeat'));
    story.give(system, order('mark_repeat'));
  },
  'repeat.not_marked': () => assigned().give(operator, order('unmark_repeat')),
  'restriction.unchanged': () =>
    assigned().give(filer, order('restrict', { on: false, because: 'asked' })),
  'extension.pending': () => {
    const story = inProgress();
    story.give(head('roads'), order('ask_extension'));
    story.give(head('roads'), order('ask_extension'));
  },
  'extension.none_asked': () => inProgress().give(supervisor, order('refuse_extension')),
  'extension.used_up': () => asking({ max: 0 }),
  'extension.deadline_over': () => asking({ dueAt: past }),
  'extension.not_later': () => asking({ dueAt: until }),
  'extension.too_long': () => asking({ latest: terms.dueAt }),
  'extension.outside_hours': () => asking({ inHours: false }),
};

describe('refusals', () => {
  it.each(refusalCodes)('%s is met on some way', (code) => {
    expect(refusalOf(ways[code])).toBe(code);
  });

  it('names the status and the command', () => {
    expect(() => new Story().give(operator, order('publish'))).toThrow(
      new Refusal('move.not_allowed', 'new', 'publish'),
    );
  });

  it('meets words that are no commands with a refusal', () => {
    for (const type of ['dance', 'toString', 'constructor', '__proto__']) {
      const nonsense = { type } as never;
      expect(refusalOf(() => new Story().give(operator, nonsense))).toBe('move.not_allowed');
    }
  });
});
