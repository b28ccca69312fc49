import type { EventType } from '#lifecycle';

/** What a receiver can be told of, by the event behind it. Notes, reveals and inner steps are nobody's outside. */
const kindOf = {
  filed: 'complaint.filed',
  classified: 'complaint.classified',
  assigned: 'complaint.assigned',
  rejected: 'complaint.rejected',
  forwarded: 'complaint.forwarded',
  question_asked: 'complaint.question_asked',
  filer_replied: 'complaint.filer_replied',
  accepted: 'complaint.accepted',
  returned: 'complaint.returned',
  answered: 'complaint.answered',
  sent_back: 'complaint.sent_back',
  published: 'complaint.published',
  rated: 'complaint.rated',
  reopened: 'complaint.reopened',
  appealed: 'complaint.appealed',
  closed: 'complaint.closed',
  warned: 'complaint.due_soon',
  breached: 'complaint.overdue',
  deadline_moved: 'complaint.deadline_moved',
} as const satisfies Partial<Record<EventType, string>>;

export type WebhookKind = (typeof kindOf)[keyof typeof kindOf];

/** What only the button for it sends. */
export const TEST = 'webhook.test';

export const webhookKinds: readonly WebhookKind[] = Object.values(kindOf);
export const toldEvents = Object.keys(kindOf) as (keyof typeof kindOf)[];
export const kindOfEvent = (type: string): WebhookKind | undefined =>
  (kindOf as Partial<Record<string, WebhookKind>>)[type];
