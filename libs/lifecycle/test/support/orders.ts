import type { Command, CommandType, DeadlineMove, DeadlineStep } from '#lifecycle';

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

const move: DeadlineMove = {
  clock: 'resolution#1',
  from: '2026-03-04T10:00:00.000Z',
  to: '2026-03-05T10:00:00.000Z',
  calendar: 'office',
  calendarVersion: 2,
  newDate: null,
  wakeAt: null,
  document: '1/QĐ',
  by: 'chi-hoa',
};

const usual: { [T in CommandType]: Order<T> } = {
  classify: { category: 'CS-01', kind: 'report', urgency: 'normal' },
  assign: { lead: 'roads', supporting: [], task: 'Lấp ổ gà', grounds: null, text: digest },
  reject: { reason: 'spam', text: digest },
  forward: { body: 'Bộ Giao thông', document: '12/TTHT', date: '2026-03-02', text: digest },
  ask: { text: digest },
  reply: { text: digest },
  note: { text: digest },
  accept: { officer: 'chi-lan' },
  hand_over: { officer: 'anh-minh', text: null },
  return: { ground: 'not_competent', proposed: 'parks', text: digest },
  answer: { text: digest, evidence: [] },
  add_part: { agency: 'lights', task: 'Cắt điện cho thợ làm' },
  withdraw_part: { number: 1, text: digest },
  accept_part: { number: 1, officer: 'chi-hoa' },
  answer_part: { number: 1, text: digest, evidence: [] },
  return_part: { number: 1, text: digest },
  split_off: { number: null, linked: '0199c0de-0000-7000-8000-000000000002', text: digest },
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
  succeed: { from: 'roads', to: 'harbour', document: '12/NQ-HĐND' },
  ask_extension: { until: '2026-03-06T10:00:00.000Z', text: digest },
  grant_extension: { until: null, text: digest },
  refuse_extension: { text: digest },
  urge: { text: digest },
  answer_urging: { number: 1, text: digest },
  join: {
    incident: 'incident',
    from: null,
    main: 'main',
    number: 2,
    place: { status: 'assigned', lead: 'roads', supporting: [] },
    reasons: [],
  },
  make_main: { incident: 'incident', from: null, place: null },
  follow: {
    incident: 'incident',
    main: 'main',
    number: 9,
    what: 'assigned',
    place: { status: 'assigned', lead: 'lights', supporting: [] },
  },
  leave: { why: 'taken_out', place: { status: 'assigned', lead: 'roads', supporting: [] } },
  mark_incident: { incident: 'incident', version: 2, what: 'opened' },
  mark_repeat: {
    of: '0199c0de-0000-7000-8000-00000000000f',
    agency: 'roads',
    reasons: [{ vi: 'cách 40 m', en: '40 m away' }],
  },
  unmark_repeat: { text: digest },
  step: { step: moment },
  move_deadline: { move },
};

export const commandTypes = Object.keys(usual) as CommandType[];

/** A command of a type with usual contents; `over` names what a test is about. */
export function order<T extends CommandType>(type: T, over: Partial<Order<T>> = {}): Command {
  return { type, ...usual[type], ...over } as Command;
}

export const step = (action: DeadlineStep['action'], over: Partial<DeadlineStep> = {}) =>
  order('step', { step: { ...moment, action, ...over } });
