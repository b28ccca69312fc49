import type { Status } from './words.js';

/**
 * Who may give a command: the center's desks, the agency that leads (of parts: that supports), the filer, the system,
 * the city's leader, who only urges, or the administrator of people, who only hands over what somebody leaves.
 */
export type Party =
  'filer' | 'operator' | 'supervisor' | 'head' | 'officer' | 'leader' | 'administrator' | 'system';

const center = ['operator', 'supervisor'] as const;
const agency = ['head', 'officer'] as const;
/** Each step of a clock that urges does so as the system, by the command `step`. */
const urgers = ['supervisor', 'leader'] as const;
const joiners = [...center, 'system'] as const;
const anyPlace = ['new', 'assigned', 'in_progress', 'answered'] as const;
const followed = [...anyPlace, 'resolved'] as const;
const handers = [...agency, 'administrator', 'system'] as const;

interface Move {
  to: Status | readonly Status[];
  by: readonly Party[];
}

/**
 * The life of a complaint, status by status: which command is open, to whom, and where it leads.
 * Conditions beyond this table (second return, windows, limits, privacy) stand in `decide`.
 */
export const life = {
  new: {
    classify: { to: 'new', by: [...center, 'system'] },
    assign: { to: 'assigned', by: [...center, 'system'] },
    reject: { to: 'rejected', by: center },
    split_off: { to: 'new', by: center },
    forward: { to: 'rejected', by: center },
    ask: { to: 'waiting_filer', by: center },
    reply: { to: 'new', by: ['filer'] },
    note: { to: 'new', by: center },
    mark_repeat: { to: 'new', by: ['system'] },
    unmark_repeat: { to: 'new', by: center },
    reveal: { to: 'new', by: center },
    correct_identity: { to: 'new', by: ['filer'] },
    restrict: { to: 'new', by: ['filer'] },
    step: { to: 'new', by: ['system'] },
    join: { to: anyPlace, by: joiners },
    make_main: { to: ['new', 'assigned'], by: joiners },
    follow: { to: followed, by: ['system'] },
    leave: { to: ['new', 'assigned'], by: joiners },
    mark_incident: { to: 'new', by: joiners },
    move_deadline: { to: 'new', by: ['system'] },
  },
  waiting_filer: {
    reply: { to: ['new', 'assigned', 'in_progress'], by: ['filer', ...center] },
    close: { to: 'closed', by: [...center, 'system'] },
    hand_over: { to: 'waiting_filer', by: handers },
    answer_urging: { to: 'waiting_filer', by: agency },
    withdraw_part: { to: 'waiting_filer', by: [...center, ...agency] },
    answer_part: { to: 'waiting_filer', by: agency },
    return_part: { to: 'waiting_filer', by: agency },
    note: { to: 'waiting_filer', by: [...center, ...agency] },
    mark_repeat: { to: 'waiting_filer', by: ['system'] },
    unmark_repeat: { to: 'waiting_filer', by: center },
    reveal: { to: 'waiting_filer', by: [...center, ...agency] },
    correct_identity: { to: 'waiting_filer', by: ['filer'] },
    restrict: { to: 'waiting_filer', by: ['filer'] },
    succeed: { to: 'waiting_filer', by: ['system'] },
    grant_extension: { to: 'waiting_filer', by: ['supervisor'] },
    refuse_extension: { to: 'waiting_filer', by: ['supervisor'] },
    step: { to: ['waiting_filer', 'closed'], by: ['system'] },
    join: { to: anyPlace, by: joiners },
    make_main: { to: 'waiting_filer', by: joiners },
    leave: { to: 'waiting_filer', by: joiners },
    mark_incident: { to: 'waiting_filer', by: joiners },
    move_deadline: { to: 'waiting_filer', by: ['system'] },
  },
  assigned: {
    accept: { to: 'in_progress', by: agency },
    return: { to: 'new', by: agency },
    assign: { to: 'assigned', by: center },
    classify: { to: ['assigned', 'new'], by: center },
    add_part: { to: 'assigned', by: [...center, ...agency] },
    withdraw_part: { to: 'assigned', by: [...center, ...agency] },
    accept_part: { to: 'assigned', by: agency },
    answer_part: { to: 'assigned', by: agency },
    return_part: { to: 'assigned', by: agency },
    split_off: { to: 'assigned', by: center },
    ask: { to: 'waiting_filer', by: [...center, ...agency] },
    reply: { to: 'assigned', by: ['filer'] },
    urge: { to: 'assigned', by: urgers },
    answer_urging: { to: 'assigned', by: agency },
    note: { to: 'assigned', by: [...center, ...agency] },
    mark_repeat: { to: 'assigned', by: ['system'] },
    unmark_repeat: { to: 'assigned', by: center },
    reveal: { to: 'assigned', by: [...center, ...agency] },
    correct_identity: { to: 'assigned', by: ['filer'] },
    restrict: { to: 'assigned', by: ['filer'] },
    succeed: { to: ['assigned', 'new'], by: ['system'] },
    ask_extension: { to: 'assigned', by: agency },
    grant_extension: { to: 'assigned', by: ['supervisor'] },
    refuse_extension: { to: 'assigned', by: ['supervisor'] },
    step: { to: 'assigned', by: ['system'] },
    join: { to: anyPlace, by: joiners },
    make_main: { to: ['new', 'assigned'], by: joiners },
    follow: { to: followed, by: ['system'] },
    leave: { to: ['new', 'assigned'], by: joiners },
    mark_incident: { to: 'assigned', by: joiners },
    move_deadline: { to: 'assigned', by: ['system'] },
  },
  in_progress: {
    hand_over: { to: 'in_progress', by: handers },
    answer: { to: 'answered', by: agency },
    return: { to: 'new', by: agency },
    assign: { to: 'assigned', by: ['supervisor'] },
    classify: { to: ['in_progress', 'new'], by: center },
    add_part: { to: 'in_progress', by: [...center, ...agency] },
    withdraw_part: { to: 'in_progress', by: [...center, ...agency] },
    accept_part: { to: 'in_progress', by: agency },
    answer_part: { to: 'in_progress', by: agency },
    return_part: { to: 'in_progress', by: agency },
    split_off: { to: 'in_progress', by: center },
    ask: { to: 'waiting_filer', by: [...center, ...agency] },
    reply: { to: 'in_progress', by: ['filer'] },
    urge: { to: 'in_progress', by: urgers },
    answer_urging: { to: 'in_progress', by: agency },
    note: { to: 'in_progress', by: [...center, ...agency] },
    mark_repeat: { to: 'in_progress', by: ['system'] },
    unmark_repeat: { to: 'in_progress', by: center },
    reveal: { to: 'in_progress', by: [...center, ...agency] },
    correct_identity: { to: 'in_progress', by: ['filer'] },
    restrict: { to: 'in_progress', by: ['filer'] },
    succeed: { to: ['in_progress', 'new'], by: ['system'] },
    ask_extension: { to: 'in_progress', by: agency },
    grant_extension: { to: 'in_progress', by: ['supervisor'] },
    refuse_extension: { to: 'in_progress', by: ['supervisor'] },
    step: { to: 'in_progress', by: ['system'] },
    join: { to: anyPlace, by: joiners },
    make_main: { to: ['new', 'assigned', 'in_progress'], by: joiners },
    follow: { to: followed, by: ['system'] },
    leave: { to: ['new', 'assigned', 'in_progress'], by: joiners },
    mark_incident: { to: 'in_progress', by: joiners },
    move_deadline: { to: 'in_progress', by: ['system'] },
  },
  answered: {
    publish: { to: 'resolved', by: center },
    send_back: { to: 'in_progress', by: center },
    hand_over: { to: 'answered', by: handers },
    withdraw_part: { to: 'answered', by: [...center, ...agency] },
    accept_part: { to: 'answered', by: agency },
    answer_part: { to: 'answered', by: agency },
    return_part: { to: 'answered', by: agency },
    reply: { to: 'answered', by: ['filer'] },
    note: { to: 'answered', by: [...center, ...agency] },
    mark_repeat: { to: 'answered', by: ['system'] },
    unmark_repeat: { to: 'answered', by: center },
    reveal: { to: 'answered', by: [...center, ...agency] },
    correct_identity: { to: 'answered', by: ['filer'] },
    restrict: { to: 'answered', by: ['filer'] },
    succeed: { to: 'answered', by: ['system'] },
    step: { to: 'answered', by: ['system'] },
    join: { to: anyPlace, by: joiners },
    make_main: { to: ['new', 'assigned', 'answered'], by: joiners },
    follow: { to: followed, by: ['system'] },
    leave: { to: ['new', 'assigned', 'answered'], by: joiners },
    mark_incident: { to: 'answered', by: joiners },
    move_deadline: { to: 'answered', by: ['system'] },
  },
  resolved: {
    confirm: { to: 'closed', by: ['filer'] },
    rate: { to: ['closed', 'answered'], by: ['filer'] },
    reopen: { to: 'assigned', by: ['filer', ...center] },
    hand_over: { to: 'resolved', by: handers },
    close: { to: 'closed', by: [...center, 'system'] },
    reply: { to: 'resolved', by: ['filer'] },
    note: { to: 'resolved', by: [...center, ...agency] },
    mark_repeat: { to: 'resolved', by: ['system'] },
    unmark_repeat: { to: 'resolved', by: center },
    reveal: { to: 'resolved', by: [...center, ...agency] },
    correct_identity: { to: 'resolved', by: ['filer'] },
    restrict: { to: 'resolved', by: ['filer'] },
    succeed: { to: 'resolved', by: ['system'] },
    step: { to: ['resolved', 'closed'], by: ['system'] },
    leave: { to: ['new', 'assigned', 'resolved'], by: joiners },
    mark_incident: { to: 'resolved', by: joiners },
    move_deadline: { to: 'resolved', by: ['system'] },
  },
  closed: {
    rate: { to: ['closed', 'answered'], by: ['filer'] },
    reopen: { to: 'assigned', by: ['filer', ...center] },
    note: { to: 'closed', by: center },
    unmark_repeat: { to: 'closed', by: center },
    reveal: { to: 'closed', by: [...center, ...agency] },
    anonymise: { to: 'closed', by: ['supervisor', 'system'] },
    correct_identity: { to: 'closed', by: ['filer'] },
    restrict: { to: 'closed', by: ['filer'] },
    mark_incident: { to: 'closed', by: joiners },
  },
  rejected: {
    appeal: { to: 'new', by: ['filer'] },
    note: { to: 'rejected', by: center },
    reveal: { to: 'rejected', by: center },
    anonymise: { to: 'rejected', by: ['supervisor', 'system'] },
    correct_identity: { to: 'rejected', by: ['filer'] },
    restrict: { to: 'rejected', by: ['filer'] },
  },
} as const satisfies Record<Status, Record<string, Move>>;

export type CommandType = {
  [S in Status]: keyof (typeof life)[S];
}[Status];

export const openStatuses = [
  'new',
  'waiting_filer',
  'assigned',
  'in_progress',
  'answered',
  'resolved',
] as const satisfies readonly Status[];

export function isOpen(status: Status): boolean {
  return (openStatuses as readonly Status[]).includes(status);
}

/** The row of the table for a command in a status, or null when the table has none. */
export function moveOf(status: Status, command: CommandType): Move | null {
  const row: Partial<Record<CommandType, Move>> = life[status];
  return Object.hasOwn(row, command) ? (row[command] ?? null) : null;
}

/** The commands that the table opens to a party in a status, for screens to offer. */
export function commandsFor(status: Status, party: Party): CommandType[] {
  const row: Partial<Record<CommandType, Move>> = life[status];
  return (Object.keys(row) as CommandType[]).filter((name) => row[name]?.by.includes(party));
}
