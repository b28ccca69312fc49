import type { ComplaintEvent, EventType } from '#lifecycle';
import type { OutboxRow } from '../platform/outbox/outbox.entity.js';
import type { Advanced } from './case.js';
import type { Beside } from './ledger.js';

type Notice = { recipient: string; template: string; data?: Record<string, unknown> };

export const filerTemplates = [
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
  'deadline_moved',
  'forwarded_out',
] as const;
export const staffTemplates = [
  'staff_assigned',
  'staff_accepted',
  'staff_handed_over',
  'staff_replied',
  'staff_returned',
  'staff_sent_back',
  'staff_reopened',
  'staff_review',
  'staff_extension_asked',
  'staff_extension_granted',
  'staff_extension_refused',
  'staff_warned',
  'staff_breached',
  'staff_escalated',
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
  if (holder?.person && holder.unit === unit)
    return { recipient: `staff:${holder.person}`, template, data: { ...data } };
  return atCenter ? desk(one, template, data) : duty('agency_head', unit, template, data);
}

type Stepped = Extract<ComplaintEvent, { type: 'warned' | 'breached' | 'escalated' }>;

function stepNotices({ data }: Stepped, one: Advanced, template: Template): Notice[] {
  const { clock, dueAt, newDate, unit } = data;
  const staff = data.to.map((to) => told(to, one, template, { clock, dueAt }, unit));
  return newDate ? [...staff, filer('late', { dueAt, newDate })] : staff;
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
  assigned: (event: Extract<ComplaintEvent, { type: 'assigned' }>) => [
    filer('forwarded'),
    duty('agency_head', event.data.lead, 'staff_assigned'),
  ],
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
  returned: (_, one) => [desk(one, 'staff_returned')],
  published: () => [filer('result')],
  sent_back: (_, one) => [told('officer', one, 'staff_sent_back', {})],
  rated: (event: Extract<ComplaintEvent, { type: 'rated' }>) =>
    event.data.review ? [duty('supervisor', null, 'staff_review')] : [],
  reopened: (event: Extract<ComplaintEvent, { type: 'reopened' }>) => [
    duty('agency_head', event.data.agency, 'staff_reopened'),
  ],
  closed: (event: Extract<ComplaintEvent, { type: 'closed' }>) =>
    event.data.reason === 'filer_silent' ? [filer('closed')] : [],
  warned: (event: Stepped, one) => [
    ...stepNotices(event, one, 'staff_warned'),
    ...stillAsked(one, event),
  ],
  breached: (event: Stepped, one) => stepNotices(event, one, 'staff_breached'),
  escalated: (event: Stepped, one) => stepNotices(event, one, 'staff_escalated'),
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
      .map(({ recipient, template, data }) => ({
        ...common,
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
