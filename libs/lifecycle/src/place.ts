import type { ComplaintState } from './state.js';
import type { Status } from './words.js';

/** Where a matter stands, as one complaint of an incident gives it to another. */
export interface Place {
  status: Extract<Status, 'new' | 'assigned' | 'in_progress' | 'answered' | 'resolved'>;
  lead: string | null;
  supporting: string[];
}

/** The place of a complaint; a question to its own filer keeps nobody else waiting. Null once it has ended. */
export function placeOf({
  status,
  waitingFrom,
  lead,
  supporting,
}: Pick<ComplaintState, 'status' | 'waitingFrom' | 'lead' | 'supporting'>): Place | null {
  const stage = waitingFrom ?? status;
  if (stage === 'closed' || stage === 'rejected' || stage === 'waiting_filer') return null;
  return { status: stage, lead, supporting };
}
