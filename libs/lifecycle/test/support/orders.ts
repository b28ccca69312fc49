import type { Command, CommandType, DeadlineStep } from '#lifecycle';

export const digest = 'ab'.repeat(32);

type Order<T extends CommandType> = Omit<Extract<Command, { type: T }>, 'type'>;

const moment: DeadlineStep = {
  clock: 'resolution#1',
  action: 'warn',
  to: ['supervisor'],
  scheduledFor: '2026-03-02T02:00:00.000Z',
  dueAt: '2026-03-04T10:00:00.000Z',
  newDate: null,
};

const usual: { [T in CommandType]: Order<T> } = {
  classify: { category: 'CS-01', kind: 'report', urgency: 'normal' },
  assign: { lead: 'roads', supporting: [], task: 'Lấp ổ gà', grounds: null },
  reject: { reason: 'spam', text: digest },
  ask: { text: digest },
  reply: { text: digest },
  note: { text: digest },
  accept: { officer: 'chi-lan' },
  hand_over: { officer: 'anh-minh', text: null },
  return: { ground: 'not_competent', proposed: null, text: digest },
  answer: { text: digest, evidence: [] },
  publish: {},
  send_back: { text: digest },
  confirm: {},
  rate: { score: 5, factors: {}, text: null },
  reopen: { text: digest },
  appeal: { text: digest },
  close: { reason: 'filer_silent' },
  reveal: { reason: digest },
  anonymise: { ground: 'withdrawn', text: null },
  correct_identity: { fields: ['phone'] },
  restrict: { on: true, because: 'asked' },
  mark_repeat: {
    of: '0199c0de-0000-7000-8000-00000000000f',
    agency: 'roads',
    reasons: [{ vi: 'cách 40 m', en: '40 m away' }],
  },
  unmark_repeat: { text: digest },
  step: { step: moment },
};

export const commandTypes = Object.keys(usual) as CommandType[];

/** A command of a type with usual contents; `over` names what a test is about. */
export function order<T extends CommandType>(type: T, over: Partial<Order<T>> = {}): Command {
  return { type, ...usual[type], ...over } as Command;
}

export const step = (action: DeadlineStep['action'], over: Partial<DeadlineStep> = {}) =>
  order('step', { step: { ...moment, action, ...over } });
