import {
  isContested,
  isOpenPart,
  type ComplaintEvent,
  type ComplaintState,
  type EventOf,
  type EventType,
  type Urger,
} from '#lifecycle';
import type { OutboxRow } from '../platform/outbox/outbox.entity.js';
import type { Advanced } from './case.js';
import type { Beside } from './ledger.js';

type Notice = { recipient: string; template: string; data?: Record<string, unknown> };

export const incidentTemplates = [
  'incident_joined',
  'incident_forwarded',
  'incident_result',
  'incident_left',
] as const;
export type IncidentTemplate = (typeof incidentTemplates)[number];
export const filerTemplates = [
  ...incidentTemplates,
  'received',
  'forwarded',
  'question',
  'result',
  'late',
  'rejected',
  'closed',
  'extended',
  'date_moved',
  'person_code',
  'linked_result',
  'linked_rejected',
  'linked_late',
  'deadline_moved',
  'forwarded_out',
] as const;
export const staffTemplates = [
  'staff_assigned',
  'staff_accepted',
  'staff_handed_over',
  'staff_replied',
  'staff_returned',
  'staff_arbitration',
  'staff_decided',
  'staff_decided_elsewhere',
  'staff_part_added',
  'staff_part_accepted',
  'staff_part_withdrawn',
  'staff_part_answered',
  'staff_part_returned',
  'staff_sent_back',
  'staff_reopened',
  'staff_review',
  'staff_extension_asked',
  'staff_extension_granted',
  'staff_extension_refused',
  'staff_warned',
  'staff_breached',
  'staff_escalated',
  'staff_urged',
  'staff_urging_answered',
  'staff_handed_up',
  'staff_urgency_raised',
] as const;
export type Template = (typeof filerTemplates)[number] | (typeof staffTemplates)[number];

const filer = (template: Template, data = {}): Notice => ({ recipient: 'filer', template, data });
const duty = (role: string, agency: string | null, template: Template, data = {}): Notice => ({
  recipient: agency ? `duty:${role}:${agency}` : `duty:${role}`,
  template,
  data,
});

/** Whoever sits at triage; of what is about the center, its supervisor alone. */
const desk = ({ state }: Advanced, template: Template, data = {}) =>
  duty(state.aboutCenter ? 'supervisor' : 'operator', null, template, data);

/** Who does the part of a supporting agency. */
const officerOf = ({ state }: Advanced, unit: string) =>
  state.parts.find((part) => part.agency === unit && isOpenPart(part))?.officer ?? null;

/** Who is told of a deadline step: the person and the head of the unit that owes it, the center, the city. */
function told(
  to: string,
  one: Advanced,
  template: Template,
  data: object,
  unit = one.state.holder?.unit ?? one.state.center,
): Notice {
  const { holder, center } = one.state;
  const atCenter = unit === center;
  if (to === 'leader') return duty('leader', null, template, data);
  if (to === 'supervisor' || (to === 'agency_head' && atCenter))
    return duty('supervisor', null, template, data);
  if (to === 'agency_head') return duty('agency_head', unit, template, data);
  const person = holder?.unit === unit ? holder.person : officerOf(one, unit);
  if (person) return { recipient: `staff:${person}`, template, data: { ...data } };
  return atCenter ? desk(one, template, data) : duty('agency_head', unit, template, data);
}

/** The agency that leads, and whoever works on it there. */
function lead({ state }: Advanced, template: Template): Notice[] {
  const unit = state.lead ?? state.center;
  const heads = duty('agency_head', unit, template);
  return state.officer ? [heads, { recipient: `staff:${state.officer}`, template }] : [heads];
}

/** Whoever has urged; where a clock has, the supervisor. */
const urger = (to: Urger, template: Template) =>
  duty(to === 'leader' ? 'leader' : 'supervisor', null, template);

/** Why the filer waits: who held it when the date passed, and at which point of its way. */
const reasonOf = (unit: string, { waitingFrom, status }: ComplaintState) => ({
  heldBy: unit,
  heldFor: waitingFrom ?? status,
});

type Assigned = Extract<ComplaintEvent, { type: 'assigned' }>;

/** A decision that binds is told to all who had the matter before it, whether they get it or not. */
function assignedNotices({ data }: Assigned, { state }: Advanced): Notice[] {
  if (!data.binding) return [duty('agency_head', data.lead, 'staff_assigned')];
  const others = state.returnedBy.map(({ agency }) => agency).filter((one) => one !== data.lead);
  return [
    duty('agency_head', data.lead, 'staff_decided'),
    ...others.map((agency) => duty('agency_head', agency, 'staff_decided_elsewhere')),
  ];
}

type Stepped = Extract<ComplaintEvent, { type: 'warned' | 'breached' | 'escalated' }>;

function stepNotices({ data }: Stepped, one: Advanced, template: Template): Notice[] {
  const { clock, dueAt, newDate, unit, do: deeds } = data;
  const notify = deeds === undefined || deeds.includes('notify');
  const staff = notify ? data.to.map((to) => told(to, one, template, { clock, dueAt }, unit)) : [];
  const late = { dueAt, newDate, ...reasonOf(unit, one.state) };
  const promised = newDate ? [filer('late', late)] : [];
  // Of three hundred that follow one, staff are told of the one.
  return one.state.follows === null ? [...staff, ...promised] : promised;
}

type Asked = Extract<ComplaintEvent, { type: 'extension_asked' }>;
type Granted = Extract<ComplaintEvent, { type: 'extension_granted' }>;
type Refused = Extract<ComplaintEvent, { type: 'extension_refused' }>;

/** The officer and the head learn what became of what they asked for. */
const decided = (one: Advanced, agency: string, template: Template, data: object) =>
  ['officer', 'agency_head'].map((to) => told(to, one, template, data, agency));

/** Before the date that nobody has decided on comes, whoever decides is told again. */
const stillAsked = ({ state }: Advanced, { data }: Stepped): Notice[] =>
  state.extension && data.clock.startsWith('resolution#')
    ? [
        duty('supervisor', null, 'staff_extension_asked', {
          dueAt: data.dueAt,
          newDate: state.extension.until,
        }),
      ]
    : [];

/** A classification that makes the filer wait longer is told; one that does not is not. */
function laterDate({ at }: ComplaintEvent, { clocks }: Advanced): Notice[] {
  const moved = clocks.find(({ kind, stoppedAt }) => kind === 'resolution' && stoppedAt === null);
  const move = moved?.moves.at(-1);
  return move?.at === at && move.why === 'reclassified' && move.to > move.from
    ? [filer('date_moved', { dueAt: move.from, newDate: move.to })]
    : [];
}

type Placed = Extract<ComplaintEvent, { type: 'made_main' | 'left' }>;

/** Whoever gets a matter to lead that had followed another. */
const leader = ({ data: { place } }: Placed): Notice[] =>
  place?.lead ? [duty('agency_head', place.lead, 'staff_assigned')] : [];

const stepTemplates: Partial<Record<string, Template>> = {
  assigned: 'incident_forwarded',
  published: 'incident_result',
};

/** What comes of an incident: each of its filers is told what happens to the one that goes ahead. */
const ofIncidents = {
  joined: () => [filer('incident_joined')],
  made_main: (event: Extract<Placed, { type: 'made_main' }>) =>
    event.data.from === event.data.incident
      ? leader(event)
      : [filer('incident_joined'), ...leader(event)],
  followed: ({ data }: Extract<ComplaintEvent, { type: 'followed' }>) => {
    const template = stepTemplates[data.what];
    return template ? [filer(template)] : [];
  },
  left: (event: Extract<Placed, { type: 'left' }>) =>
    ['taken_out', 'dissolved'].includes(event.data.why)
      ? [filer('incident_left'), ...leader(event)]
      : [],
};

/** Who leads, as the holder's person or its head. */
const toLead = (one: Advanced, template: Template) => {
  const { lead, officer, center } = one.state;
  return officer
    ? { recipient: `staff:${officer}`, template }
    : duty('agency_head', lead ?? center, template);
};

type OfPart<T extends EventType> = Extract<ComplaintEvent, { type: T }>;

const partNotices = {
  part_added: ({ data }: OfPart<'part_added'>) => [
    duty('agency_head', data.agency, 'staff_part_added'),
  ],
  part_withdrawn: ({ data }: OfPart<'part_withdrawn'>) => [
    duty('agency_head', data.agency, 'staff_part_withdrawn'),
  ],
  part_accepted: ({ data }: OfPart<'part_accepted'>) => [
    { recipient: `staff:${data.officer}`, template: 'staff_part_accepted' },
  ],
  part_answered: (_: never, one: Advanced) => [toLead(one, 'staff_part_answered')],
  part_returned: (_: never, one: Advanced) => [toLead(one, 'staff_part_returned')],
  split_off: ({ data }: OfPart<'split_off'>) =>
    data.agency === null ? [] : [duty('agency_head', data.agency, 'staff_part_withdrawn')],
};

/** What its filer, who follows another complaint, is told of one that was split off. */
const ofLinked: Partial<Record<string, Template>> = {
  result: 'linked_result',
  rejected: 'linked_rejected',
  late: 'linked_late',
};

/** The filer hears of everything from the one complaint that was filed. */
function heard(notice: Notice, { state }: Advanced): (Notice & { about?: string })[] {
  if (notice.recipient !== 'filer' || state.splitFrom === null) return [notice];
  const template = ofLinked[notice.template];
  const data = { ...notice.data, linked: state.id };
  return template ? [{ ...notice, template, data, about: state.splitFrom }] : [];
}

type Moved = Extract<ComplaintEvent, { type: 'deadline_moved' }>;

/** The filer hears of the result's date alone; of one that is late already, of the date that was promised anew. */
function moveNotices({ data }: Moved, one: Advanced): Notice[] {
  const clock = one.clocks.find(({ id }) => id === data.clock);
  if (clock?.kind !== 'resolution') return [];
  const told = clock.newDate === null ? data : data.newDate;
  if (!told || told.to === told.from) return [];
  const { document } = data;
  return [filer('deadline_moved', { dueAt: told.from, newDate: told.to, document })];
}

/** Who is told of each event, and by which template. */
const notices: { [T in EventType]?: (event: never, one: Advanced) => Notice[] } = {
  filed: () => [filer('received')],
  assigned: (event: Assigned, one) => [filer('forwarded'), ...assignedNotices(event, one)],
  classified: laterDate,
  extension_asked: ({ data: { dueAt, until } }: Asked) => [
    duty('supervisor', null, 'staff_extension_asked', { dueAt, newDate: until }),
  ],
  extension_granted: ({ data: { agency, dueAt, until } }: Granted, one) => [
    filer('extended', { dueAt, newDate: until }),
    ...decided(one, agency, 'staff_extension_granted', { dueAt, newDate: until }),
  ],
  extension_refused: ({ data: { agency, dueAt, asked } }: Refused, one) =>
    decided(one, agency, 'staff_extension_refused', { dueAt, newDate: asked }),
  rejected: () => [filer('rejected')],
  forwarded: () => [filer('forwarded_out')],
  question_asked: () => [filer('question')],
  filer_replied: (_, one) => [told('officer', one, 'staff_replied', {})],
  accepted: ({ data }: Extract<ComplaintEvent, { type: 'accepted' }>) =>
    data.officer === null
      ? []
      : [{ recipient: `staff:${data.officer}`, template: 'staff_accepted' }],
  handed_over: (event: Extract<ComplaintEvent, { type: 'handed_over' }>) => [
    { recipient: `staff:${event.data.to}`, template: 'staff_handed_over' },
  ],
  returned: (_, one) =>
    isContested(one.state)
      ? [duty('supervisor', null, 'staff_arbitration')]
      : [desk(one, 'staff_returned')],
  ...partNotices,
  published: () => [filer('result')],
  sent_back: (_, one) => [told('officer', one, 'staff_sent_back', {})],
  rated: (event: Extract<ComplaintEvent, { type: 'rated' }>) =>
    event.data.review ? [duty('supervisor', null, 'staff_review')] : [],
  reopened: (event: Extract<ComplaintEvent, { type: 'reopened' }>) => [
    duty('agency_head', event.data.agency, 'staff_reopened'),
  ],
  closed: (event: Extract<ComplaintEvent, { type: 'closed' }>) =>
    event.data.reason === 'filer_silent' ? [filer('closed')] : [],
  ...ofIncidents,
  warned: (event: Stepped, one) => [
    ...stepNotices(event, one, 'staff_warned'),
    ...stillAsked(one, event),
  ],
  breached: (event: Stepped, one) => stepNotices(event, one, 'staff_breached'),
  escalated: (event: Stepped, one) => stepNotices(event, one, 'staff_escalated'),
  urged: (_, one) => lead(one, 'staff_urged'),
  urging_answered: (event: EventOf<'urging_answered'>) => [
    urger(event.data.to, 'staff_urging_answered'),
  ],
  urgency_raised: ({ data: { clock } }: EventOf<'urgency_raised'>, one) => [
    told('officer', one, 'staff_urgency_raised', { clock }),
  ],
  handed_up: ({ data: { clock } }: EventOf<'handed_up'>) => [
    duty('supervisor', null, 'staff_handed_up', { clock }),
  ],
  deadline_moved: moveNotices,
};

type Told = { recipient: string; template: string; data: Record<string, unknown> };

const isHandling = ({ data }: Told) => String(data['clock'] ?? '').startsWith('handling#');

/** When the filer's clock and the agency's own come to the same step together, one mail to a person is enough. */
const isSaidBy = (rows: readonly Told[], row: Told) =>
  isHandling(row) &&
  rows.some(
    (other) =>
      other.template === row.template && other.recipient === row.recipient && !isHandling(other),
  );

/**
 * The outbox rows of the events that were just applied; a filer without a mail address gets none. Whoever is told of
 * one thing by several complaints gets one mail: `once` stands in the key for the filer and the thing; null: no mail.
 */
export function outboxOf(
  one: Advanced,
  now: Date,
  once?: string | null,
): NonNullable<Beside['outbox']> {
  const common = { channel: 'mail', complaintId: one.state.id, createdAt: now, nextAt: now };
  const rows = one.logged.flatMap(({ number, event }) => {
    const told = notices[event.type] as ((e: ComplaintEvent, o: Advanced) => Notice[]) | undefined;
    return (told?.(event, one) ?? [])
      .filter(({ recipient }) => recipient !== 'filer' || (one.facts.reachable && once !== null))
      .flatMap((notice) => heard(notice, one))
      .map(({ recipient, template, data, about }) => ({
        ...common,
        ...(about !== undefined && { complaintId: about }),
        key:
          typeof once === 'string' && recipient === 'filer'
            ? `${once}/${template}`
            : `${one.state.id}/${number}/${template}/${recipient}`,
        recipient,
        template,
        data: { ...data, number },
      }));
  });
  return rows.filter(
    (row, at) => rows.findIndex(({ key }) => key === row.key) === at && !isSaidBy(rows, row),
  ) satisfies Partial<OutboxRow>[];
}

/** The row that has the search filled for a new complaint. */
export function searchRow(one: Advanced, now: Date): NonNullable<Beside['outbox']>[number] {
  return {
    key: `${one.state.id}/search`,
    channel: 'search',
    complaintId: one.state.id,
    recipient: 'search',
    template: 'search',
    data: {},
    createdAt: now,
    nextAt: now,
  };
}
