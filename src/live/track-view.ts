import type { EventType, Instant, Words } from '#lifecycle';
import { filerWords, isInward } from '../complaints/words.js';
import { messageOf, type LiveMessage } from './live-message.js';
import type { LogEntry } from './log-entry.js';

/** What the filer is told with an event. */
export interface TrackSummary extends Words {
  /** Code of the agency that a complaint was assigned to. */
  agency?: string;
  /** The date promised anew after a breach. */
  newDate?: Instant;
}

/** What has happened, whether to the complaint itself or to the one that goes ahead of it. */
const stepOf = (entry: LogEntry): EventType =>
  entry.type === 'followed' ? (entry.data.what as EventType) : entry.type;

/** Null for the work of staff, and for a breach of what is owed to the center and not to the filer. */
export function trackView(entry: LogEntry): LiveMessage<TrackSummary> | null {
  const type = stepOf(entry);
  const words = filerWords[type];
  if (!words || isInward(type, { ...entry.data })) return null;
  if (entry.type === 'assigned') return messageOf(entry, { ...words, agency: entry.data.lead });
  const newDate = entry.type === 'breached' ? entry.data.newDate : null;
  return messageOf(entry, newDate ? { ...words, newDate } : words);
}
