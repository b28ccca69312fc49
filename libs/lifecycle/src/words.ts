/** An instant: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

export const kinds = ['report', 'proposal', 'conduct', 'question', 'praise'] as const;
export type Kind = (typeof kinds)[number];

export const urgencies = ['urgent', 'normal', 'complex'] as const;
export type Urgency = (typeof urgencies)[number];

export const statuses = [
  'new',
  'waiting_filer',
  'assigned',
  'in_progress',
  'answered',
  'resolved',
  'closed',
  'rejected',
] as const;
export type Status = (typeof statuses)[number];

export const roles = [
  'operator',
  'supervisor',
  'agency_head',
  'officer',
  'leader',
  'observer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who acts. A filer is known by the tracking code only; `system` is a timer or an automatic rule. Whoever stands in
 * for `actingFor` acts with that person's role and agency.
 */
export type Actor =
  | { kind: 'filer' }
  | { kind: 'staff'; id: string; role: Role; agency: string | null; actingFor?: string }
  /** An agency without accounts, by a link that was sent to it. */
  | { kind: 'partner'; agency: string; link: string }
  | { kind: 'system'; name: string };

/** How somebody may come to know who filed: at sight, by giving a reason that is recorded, or not at all. */
export const identityAccesses = ['seen', 'by_reveal', 'never'] as const;
export type IdentityAccess = (typeof identityAccesses)[number];

/** What the person or duty role in `unit` is there to do. */
export const duties = [
  'triage_operator',
  'supervisor',
  'agency_head',
  'officer',
  'reviewer',
  'filer',
] as const;
export type Duty = (typeof duties)[number];

/** The one holder of an open complaint: an accountable unit, and in it a named person or a duty role. */
export interface Holder {
  unit: string;
  duty: Duty;
  person: string | null;
}

export interface Words {
  vi: string;
  en: string;
}
