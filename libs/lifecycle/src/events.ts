import type {
  CloseReason,
  DeadlineStep,
  Digest,
  FileComplaint,
  RejectReason,
  ReturnGround,
  RoutingGrounds,
} from './commands.js';
import type { Actor, Instant, Kind, Urgency } from './words.js';

interface Classification {
  category: string | null;
  kind: Kind;
  urgency: Urgency;
}

/** What happened, by type; the value is the event's data. */
export interface EventData {
  filed: Omit<FileComplaint, 'type'>;
  classified: Classification & { was: Classification };
  assigned: {
    lead: string;
    supporting: string[];
    task: string;
    binding: boolean;
    grounds: RoutingGrounds | null;
    was: string | null;
  };
  rejected: { reason: RejectReason; text: Digest };
  question_asked: { text: Digest };
  filer_replied: { text: Digest; waiting: boolean };
  noted: { text: Digest; files?: Digest[] };
  accepted: { officer: string; agency: string };
  returned: {
    agency: string;
    ground: ReturnGround;
    proposed: string | null;
    text: Digest;
    times: number;
  };
  answered: { agency: string; officer: string | null; text: Digest; evidence: string[] };
  published: Record<string, never>;
  sent_back: { agency: string; text: Digest };
  confirmed: Record<string, never>;
  rated: {
    score: number;
    factors: Record<string, number>;
    text: Digest | null;
    review: boolean;
  };
  reopened: { agency: string; text: Digest; times: number };
  appealed: { text: Digest };
  closed: { reason: CloseReason | 'confirmed' | 'rated' };
  identity_revealed: { reason: Digest };
  warned: DeadlineStep & { unit: string };
  breached: DeadlineStep & { unit: string };
  escalated: DeadlineStep & { unit: string };
}

export type EventType = keyof EventData;

export type ComplaintEvent = {
  [T in EventType]: { type: T; at: Instant; actor: Actor; data: EventData[T] };
}[EventType];

export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;
