import type { EventType, Instant, Words } from '#lifecycle';
import { toldOfLinked } from '../complaints/parts/linked-progress.js';
import { filerWords, isInward } from '../complaints/words.js';
import { messageOf, type LiveMessage } from './live-message.js';
import type { LogEntry } from './log-entry.js';
import { followedAs } from './scope.js';

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

/** Told as of the complaint whose code the filer has; what exactly, its page says. */
const linked = (entry: LogEntry, { vi, en }: Words) =>
  messageOf<TrackSummary>(
    { ...entry, complaintId: followedAs(entry) },
    { vi: `Việc tách riêng: ${vi}`, en: `The part handled by itself: ${en}` },
  );

/** Null for the work of staff, and for a breach of what is owed to the center and not to the filer. */
export function trackView(entry: LogEntry): LiveMessage<TrackSummary> | null {
  const type = stepOf(entry);
  const words = filerWords[type];
  if (entry.splitFrom !== null)
    return words && toldOfLinked.includes(type) ? linked(entry, words) : null;
  if (!words || isInward(type, { ...entry.data })) return null;
  if (entry.type === 'assigned') return messageOf(entry, { ...words, agency: entry.data.lead });
  const newDate = entry.type === 'breached' ? entry.data.newDate : null;
  return messageOf(entry, newDate ? { ...words, newDate } : words);
}
