import type { EventType } from '#lifecycle';
import type { City } from '../catalog/city.js';
import type { AttachmentRow } from './attachment.entity.js';
import type { AnswerView } from './dto/tracking.dto.js';
import type { TimelineEntry } from './timeline.js';

/** What has happened, whether to the complaint itself or to the one that goes ahead of it. */
export const stepOf = ({ type, data }: Pick<TimelineEntry, 'type' | 'data'>): EventType =>
  type === 'followed' ? (data['what'] as EventType) : type;

/** The published answer; one that is being reviewed again stays visible. */
export function publishedAnswer(
  entries: readonly TimelineEntry[],
  city: City,
  files: readonly Pick<AttachmentRow, 'id' | 'type'>[] = [],
): AnswerView | null {
  const published = entries.findLast((entry) => stepOf(entry) === 'published');
  if (!published) return null;
  const answered =
    published.type === 'followed'
      ? published
      : entries.findLast(({ type, number }) => type === 'answered' && number < published.number);
  if (!answered?.message?.parts) return null;
  const { finding, done, basis } = answered.message.parts as Record<string, string | null>;
  const code = String(answered.data['agency']);
  const named = answered.data['evidence'];
  const evidence = Array.isArray(named) ? files.filter(({ id }) => named.includes(id)) : [];
  return {
    finding: finding ?? '',
    done: done ?? '',
    basis: basis ?? null,
    agency: city.agency(code)?.name ?? { vi: code, en: code },
    publishedAt: published.at.toISOString(),
    evidence: evidence.map(({ id, type }) => ({ id, type })),
  };
}
