import type { EventType, Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#lifecycle';
import { City } from '../../catalog/city.js';
import { Door } from '../../platform/database/door.js';
import { ComplaintRow } from '../complaint.entity.js';
import type { TrackedEvent, TrackedLinked } from '../dto/tracking.dto.js';
import { publishedAnswer } from '../published-answer.js';
import { Timeline, type TimelineEntry } from '../timeline.js';
import { filerWords, statusWords } from '../words.js';

// The filer holds the code of the one complaint, which opens no other.
const linked: Actor = { kind: 'system', name: 'linked' };

/** What of a linked complaint the filer reads in the timeline of the one that was filed. */
export const toldOfLinked: readonly EventType[] = [
  'assigned',
  'accepted',
  'published',
  'rejected',
  'reopened',
];

export interface LinkedProgress {
  linked: TrackedLinked[];
  timeline: TrackedEvent[];
}

/** How what was split off goes on, for the filer of the complaint that it came from. */
@Injectable()
export class LinkedProgresses {
  constructor(
    private readonly door: Door,
    private readonly timeline: Timeline,
    private readonly city: City,
  ) {}

  /** Nothing is asked where nothing was split off. */
  async of(entries: readonly TimelineEntry[]): Promise<LinkedProgress> {
    const ids = entries.flatMap(({ type, data }) =>
      type === 'split_off' ? [String(data['linked'])] : [],
    );
    if (ids.length === 0) return { linked: [], timeline: [] };
    return this.door.read(linked, async (tx) => {
      const progress: LinkedProgress = { linked: [], timeline: [] };
      for (const id of ids) {
        const row = await tx.findOneByOrFail(ComplaintRow, { id });
        const theirs = await this.timeline.read(tx, id);
        const name = this.city.category(row.category)?.name ?? null;
        progress.linked.push(this.viewOf(row, name, theirs));
        progress.timeline.push(...theirs.flatMap((entry) => lineOf(entry, name)));
      }
      return progress;
    });
  }

  private viewOf(
    { status, lead, dueAt }: ComplaintRow,
    category: Words | null,
    entries: TimelineEntry[],
  ): TrackedLinked {
    return {
      status,
      statusWords: statusWords[status],
      category,
      lead: this.city.agency(lead)?.name ?? null,
      dueAt: dueAt.toISOString(),
      answer: publishedAnswer(entries, this.city),
    };
  }
}

function lineOf({ type, at }: TimelineEntry, name: Words | null): TrackedEvent[] {
  const words = filerWords[type];
  if (!words || !toldOfLinked.includes(type)) return [];
  const of = { vi: name?.vi ?? 'Việc tách riêng', en: name?.en ?? 'The part handled by itself' };
  return [
    {
      at: at.toISOString(),
      type,
      words: { vi: `${of.vi}: ${words.vi}`, en: `${of.en}: ${words.en}` },
      text: null,
    },
  ];
}
