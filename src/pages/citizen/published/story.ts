import type { Words } from '#lifecycle';
import type { PublishedComplaint } from '../../../complaints/dto/published.dto.js';
import { storyWords as w } from './words.js';

export interface PublicStep {
  words: Words;
  at: string;
  note?: Words;
}

type Told = Pick<PublishedComplaint, 'filedAt' | 'dueAt' | 'resolvedAt' | 'status'>;

/**
 * What has happened, the latest first, from the row alone: events, and what was said in them, are shown to those whose
 * matter it is. Times of answers tell whether promises are kept; all else could tell who filed.
 */
export function storyOf({ filedAt, dueAt, resolvedAt, status }: Told, now: Date): PublicStep[] {
  const filed = { words: w.filed, at: filedAt };
  if (resolvedAt !== null) {
    const note = resolvedAt <= dueAt ? w.inTime : w.late;
    return [{ words: w.answered, at: resolvedAt, note }, { words: w.promised, at: dueAt }, filed];
  }
  if (status === 'closed' || status === 'rejected') return [filed];
  if (status === 'waiting_filer') return [{ words: w.promise, at: dueAt, note: w.waiting }, filed];
  const over = new Date(dueAt) < now;
  return [
    { words: over ? w.promised : w.promise, at: dueAt, ...(over && { note: w.overdue }) },
    filed,
  ];
}
