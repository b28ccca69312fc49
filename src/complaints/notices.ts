import { isContested, type ComplaintEvent, type EventType } from '#lifecycle';
import type { OutboxRow } from '../platform/outbox/outbox.entity.js';
import type { Advanced } from './case.js';
import type { Beside } from './ledger.js';
import { ofDeadlines } from './notices/of-deadlines.js';
import { ofIncidents } from './notices/of-incidents.js';
import { heard, ofParts } from './notices/of-parts.js';
import { desk, duty, filer, told, type Notice } from './notices/recipients.js';

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

/** Who is told of each event, and by which template. */
const notices: { [T in EventType]?: (event: never, one: Advanced) => Notice[] } = {
  filed: () => [filer('received')],
  assigned: (event: Assigned, one) => [filer('forwarded'), ...assignedNotices(event, one)],
  ...ofDeadlines,
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
  ...ofParts,
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
