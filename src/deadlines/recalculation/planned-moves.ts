import { recomputed, type Book } from '#deadlines';
import type { Urgency } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { ClockRow } from '../../complaints/clock.entity.js';
import type { Cursor } from '../../complaints/cursor.js';
import { clockOf } from '../../complaints/record.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { recalculation } from './recompute-case.js';

/** One promise that a version of calendars would move; nothing of it tells who filed or what. */
export interface PlannedMove {
  complaintId: string;
  clock: string;
  /** Who owes it. */
  agency: string;
  owedTo: 'filer' | 'center';
  from: string;
  to: string;
}

interface OpenRow {
  id: string;
  urgency: Urgency;
  dueAt: Date;
}

const CHUNK = 500;

/** Goes through the open complaints, a chunk at a time: what would be moved is never in memory whole. */
@Injectable()
export class PlannedMoves {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** The moves under a book, each with the place of its complaint, in the order of the promises. */
  async *under(
    book: Book,
    after: Cursor | null = null,
  ): AsyncGenerator<{ looked: number; moves: PlannedMove[]; place: Cursor }> {
    const now = this.time.now().toISOString();
    let place = after;
    for (;;) {
      const { rows, clocks } = await this.chunk(place);
      if (rows.length === 0) return;
      for (const { id, urgency, dueAt } of rows) {
        const own = clocks.get(id) ?? [];
        place = { at: dueAt.toISOString(), id };
        const moves = own.flatMap((row): PlannedMove[] => {
          const moved = recomputed(clockOf(row), urgency, now, book);
          if (!moved || moved.from === moved.to) return [];
          const { clock, from, to } = moved;
          const owedTo = row.owedTo as PlannedMove['owedTo'];
          return [{ complaintId: id, clock, agency: row.unit, owedTo, from, to }];
        });
        yield { looked: own.length, moves, place };
      }
    }
  }

  /** Index: complaint_open (due_at, id). */
  private chunk(after: Cursor | null) {
    return this.door.read(recalculation, async (tx) => {
      const rows = await tx.query<OpenRow[]>(
        `select id, urgency, due_at as "dueAt" from complaint
         where status not in ('closed', 'rejected')
           and (due_at, id) > ($1::timestamptz, $2::uuid)
         order by due_at, id limit $3`,
        [after?.at ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000', CHUNK],
      );
      const running = await tx.findBy(ClockRow, {
        complaintId: In(rows.map(({ id }) => id)),
        stoppedAt: IsNull(),
      });
      const clocks = new Map<string, ClockRow[]>();
      for (const row of running)
        clocks.set(row.complaintId, [...(clocks.get(row.complaintId) ?? []), row]);
      return { rows, clocks };
    });
  }
}
