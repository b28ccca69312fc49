import type { EventData, EventType, Instant, Kind, Status, Urgency } from '#lifecycle';
import { messageOf, type LiveMessage } from './live-message.js';
import type { LogEntry } from './log-entry.js';

/** What staff are told with an event: what it says by itself, no free text, nothing of the filer. */
export interface StaffSummary {
  /** Number of the event within its complaint, from 1. */
  number: number;
  status?: Status;
  kind?: Kind;
  category?: string | null;
  urgency?: Urgency;
  lead?: string;
  supporting?: string[];
  agency?: string;
  officer?: string;
  reason?: string;
  /** The incident that it joins, follows or leaves; `main` goes ahead of it. */
  incident?: string;
  main?: string;
  /** The complaint that goes on by itself. */
  linked?: string;
  clock?: string;
  unit?: string;
  dueAt?: Instant;
  newDate?: Instant | null;
}

type Told = Omit<StaffSummary, 'number'>;

const step = ({ clock, unit, dueAt, newDate }: EventData['breached']): Told => ({
  clock,
  unit,
  dueAt,
  newDate,
});

const told: { [T in EventType]: (data: EventData[T]) => Told } = {
  filed: ({ kind, category, urgency }) => ({ status: 'new', kind, category, urgency }),
  classified: ({ kind, category, urgency }) => ({ kind, category, urgency }),
  assigned: ({ lead, supporting }) => ({ status: 'assigned', lead, supporting }),
  rejected: ({ reason }) => ({ status: 'rejected', reason }),
  forwarded: () => ({ status: 'rejected', reason: 'forwarded' }),
  question_asked: () => ({ status: 'waiting_filer' }),
  filer_replied: () => ({}),
  noted: () => ({}),
  accepted: ({ agency, officer }) => ({
    status: 'in_progress',
    agency,
    ...(officer !== null && { officer }),
  }),
  handed_over: ({ agency, to }) => ({ agency, officer: to }),
  returned: ({ agency, ground }) => ({ status: 'new', agency, reason: ground }),
  recalled: ({ agency }) => ({ status: 'new', agency }),
  succeeded: ({ to }) => ({ agency: to }),
  answered: ({ agency }) => ({ status: 'answered', agency }),
  part_added: ({ agency }) => ({ agency }),
  part_withdrawn: ({ agency }) => ({ agency }),
  part_accepted: ({ agency, officer }) => ({ agency, officer }),
  part_answered: ({ agency }) => ({ agency }),
  part_returned: ({ agency }) => ({ agency }),
  split_off: ({ linked }) => ({ linked }),
  published: () => ({ status: 'resolved' }),
  sent_back: ({ agency }) => ({ status: 'in_progress', agency }),
  confirmed: () => ({}),
  rated: ({ review }) => (review ? { status: 'answered' } : {}),
  reopened: ({ agency }) => ({ status: 'assigned', agency }),
  appealed: () => ({ status: 'new' }),
  closed: ({ reason }) => ({ status: 'closed', reason }),
  identity_revealed: () => ({}),
  anonymised: ({ ground }) => ({ reason: ground }),
  identity_corrected: () => ({}),
  restricted: () => ({}),
  extension_asked: ({ agency, dueAt, until }) => ({ agency, dueAt, newDate: until }),
  extension_granted: ({ agency, dueAt, until }) => ({ agency, dueAt, newDate: until }),
  extension_refused: ({ agency, dueAt }) => ({ agency, dueAt }),
  marked_repeat: ({ agency }) => ({ agency }),
  unmarked_repeat: () => ({}),
  joined: ({ incident, main, place }) => ({ status: place.status, incident, main }),
  made_main: ({ incident, place }) => ({ ...(place && { status: place.status }), incident }),
  followed: ({ incident, main, place, what }) => ({
    status: place.status,
    incident,
    main,
    reason: what,
  }),
  left: ({ incident, why, place }) => ({
    ...(place && { status: place.status }),
    incident,
    reason: why,
  }),
  incident_changed: ({ incident, what }) => ({ incident, reason: what }),
  warned: step,
  breached: step,
  escalated: step,
  urged: ({ agency, answerBy }) => ({ agency, dueAt: answerBy }),
  urging_answered: ({ agency }) => ({ agency }),
  urgency_raised: ({ urgency, clock }) => ({ urgency, clock }),
  handed_up: ({ unit, clock }) => ({ unit, clock }),
  deadline_moved: ({ clock, to }) => ({ clock, dueAt: to }),
};

export function staffView(entry: LogEntry): LiveMessage<StaffSummary> {
  // While replicas are renewed one by one, a newer one may log a type that this one does not know.
  const tell = told[entry.type] as ((data: LogEntry['data']) => Told) | undefined;
  return messageOf(entry, { number: entry.number, ...tell?.(entry.data) });
}
