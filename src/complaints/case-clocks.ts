import { heldSpans, standingOf, timeLeft, type TimeLeft } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { City } from '../catalog/city.js';
import type { Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { ClockRow } from './clock.entity.js';
import type { ClockView } from './dto/clock-view.dto.js';
import { clockOf } from './record.js';

const seconds = (ms: number) => Math.round(ms / 1000);

/** The clocks of a case as staff see them: how each stands, and who held the matter for how long. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async read(tx: Tx, complaintId: string): Promise<ClockView[]> {
    const rows = await tx.find(ClockRow, {
      where: { complaintId },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    const now = this.time.now().toISOString();
    return rows.map((row) => {
      const clock = clockOf(row);
      const spans = heldSpans(clock, this.city.book, now).map(({ held, late, ...span }) => ({
        ...span,
        heldSeconds: seconds(held),
        lateSeconds: seconds(late),
      }));
      const left = timeLeft(clock, now, this.city.book);
      return { ...clock, left, standing: standingOf(clock, now), spans };
    });
  }

  /** What is left of each complaint's promise to its filer, in one query over the clocks' own key. */
  async promised(tx: Tx, ids: readonly string[]): Promise<Map<string, TimeLeft | null>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.find(ClockRow, {
      where: { complaintId: In([...ids]), kind: 'resolution' },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    const now = this.time.now().toISOString();
    // Of several the last stands: it is the promise that holds now.
    return new Map(
      rows.map((row) => [row.complaintId, timeLeft(clockOf(row), now, this.city.book)]),
    );
  }
}
