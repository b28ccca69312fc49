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
  'person_code',
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

/** Who is told of a deadline step: the holder's person, the head of the holding unit, the center, the city. */
function told(to: string, one: Advanced, template: Template, data: object): Notice {
  const { holder, center } = one.state;
  const unit = holder?.unit ?? center;
  const atCenter = unit === center;
  if (to === 'leader') return duty('leader', null, template, data);
  if (to === 'supervisor' || (to === 'agency_head' && atCenter))
    return duty('supervisor', null, template, data);
  if (to === 'agency_head') return duty('agency_head', unit, template, data);
  if (holder?.person) return { recipient: `staff:${holder.person}`, template, data: { ...data } };
  return atCenter ? desk(one, template, data) : duty('agency_head', unit, template, data);
}

type Stepped = Extract<ComplaintEvent, { type: 'warned' | 'breached' | 'escalated' }>;

function stepNotices({ data }: Stepped, one: Advanced, template: Template): Notice[] {
  const { clock, dueAt, newDate } = data;
  const staff = data.to.map((to) => told(to, one, template, { clock, dueAt }));
  return newDate ? [...staff, filer('late', { dueAt, newDate })] : staff;
}

/** Who is told of each event, and by which template. */
const notices: { [T in EventType]?: (event: never, one: Advanced) => Notice[] } = {
  filed: () => [filer('received')],
  assigned: (event: Extract<ComplaintEvent, { type: 'assigned' }>) => [
    filer('forwarded'),
    duty('agency_head', event.data.lead, 'staff_assigned'),
  ],
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
  warned: (event: Stepped, one) => stepNotices(event, one, 'staff_warned'),
  breached: (event: Stepped, one) => stepNotices(event, one, 'staff_breached'),
  escalated: (event: Stepped, one) => stepNotices(event, one, 'staff_escalated'),
};

/** The outbox rows of the events that were just applied; a filer without a mail address gets none. */
export function outboxOf(one: Advanced, now: Date): NonNullable<Beside['outbox']> {
  const common = { channel: 'mail', complaintId: one.state.id, createdAt: now, nextAt: now };
  const rows = one.logged.flatMap(({ number, event }) => {
    const told = notices[event.type] as ((e: ComplaintEvent, o: Advanced) => Notice[]) | undefined;
    return (told?.(event, one) ?? [])
      .filter(({ recipient }) => recipient !== 'filer' || one.facts.reachable)
      .map(({ recipient, template, data }) => ({
        ...common,
        key: `${one.state.id}/${number}/${template}/${recipient}`,
        recipient,
        template,
        data: { ...data, number },
      }));
  });
  return rows.filter(
    (row, at) => rows.findIndex(({ key }) => key === row.key) === at,
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
