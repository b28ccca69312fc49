import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';

const observer: Actor = { kind: 'system', name: 'metrics' };

/** What asks every few seconds gets what was counted a little before. */
const KEPT_MS = 10_000;

interface Row {
  queue: string;
  waiting: number;
  oldest: Date | null;
}

export interface QueueFigures {
  waiting: Record<string, number>;
  /** How long ago the one that was filed first was filed, in seconds. */
  oldestSeconds: Record<string, number>;
}

// Indexes: complaint_open_by_status for the first two, complaint_open by the deadline for the third.
const counted = `
  select 'triage' as queue, count(*)::int as waiting, min(filed_at) as oldest from complaint
    where status = 'new' and holder_duty = 'triage_operator'
  union all
  select 'review', count(*)::int, min(filed_at) from complaint where status = 'answered'
  union all
  select 'late', count(*)::int, min(filed_at) from complaint
    where status not in ('closed', 'rejected', 'resolved', 'waiting_filer') and due_at < $1`;

/** How many wait in the center's queues, and for how long, for the metrics. */
@Injectable()
export class QueueFiguresReader {
  private last: Promise<QueueFigures> | null = null;
  private until = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  read(): Promise<QueueFigures> {
    if (this.last && performance.now() < this.until) return this.last;
    this.until = performance.now() + KEPT_MS;
    const counting = this.count();
    // What failed is asked for again at once.
    counting.catch(() => (this.until = Number.NEGATIVE_INFINITY));
    return (this.last = counting);
  }

  private async count(): Promise<QueueFigures> {
    const now = this.time.now();
    const rows = await this.door.read(observer, (tx) => tx.query<Row[]>(counted, [now]));
    const ages = rows.map(({ queue, oldest }): [string, number] => [
      queue,
      oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0,
    ]);
    return {
      waiting: Object.fromEntries(rows.map(({ queue, waiting }) => [queue, waiting])),
      oldestSeconds: Object.fromEntries(ages),
    };
  }
}
