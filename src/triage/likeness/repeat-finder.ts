import { boxAround, compare, reachOf, type Likeness, type Matter } from '#likeness';
import { Refusal, type Actor, type Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { City } from '../../catalog/city.js';
import { recurrenceDays } from '../../catalog/recurrence.js';
import { Commands } from '../../complaints/commands.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Stale } from '../../complaints/ledger.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { MatterReader } from './matter-reader.js';
import { loggedReason } from './shown-reason.js';

/** In whose name the marks are made. */
export const likeness: Actor = { kind: 'system', name: 'likeness' };

const DAY = 24 * 3_600_000;

/** So many answered ones of the place are compared, the latest of them. */
const MOST = 50;

const answered = `select id from complaint
  where category = $1 and resolved_at between $2 and $3
    and status in ('resolved', 'closed') and not anonymised and about is null`;

const latest = `order by resolved_at desc limit ${MOST}`;

/** Near the point, or in the ward where there is none. */
function placeOf(matter: Matter): [where: string, values: unknown[]] {
  if (!matter.point) return ['ward = $4', [matter.ward]];
  const { south, north, west, east } = boxAround(matter.point, reachOf(matter).meters);
  return ['lat between $4 and $5 and lon between $6 and $7', [south, north, west, east]];
}

type Mark = Extract<Command, { type: 'mark_repeat' }>;

/** Finds the answered complaint that one repeats, and marks it. */
@Injectable()
export class RepeatFinder {
  constructor(
    private readonly door: Door,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly reader: MatterReader,
  ) {}

  /** @returns whether it was marked */
  async look(id: string): Promise<boolean> {
    try {
      return await this.mark(id);
    } catch (error) {
      // Somebody was faster: with the next look it is as it is then. A refusal is an answer.
      if (error instanceof Stale) return this.mark(id);
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async mark(id: string): Promise<boolean> {
    const found = await this.door.read(likeness, async (tx) => {
      const row = await tx.findOneBy(ComplaintRow, { id });
      const command = row && (await this.repeated(tx, row));
      return command && { command, version: row.version };
    });
    if (!found) return false;
    await this.commands.give(likeness, id, found.version, found.command);
    return true;
  }

  /** Only what is told of a thing at a place comes back to it; what is about somebody is nobody's repeat. */
  private async repeated(tx: Tx, row: ComplaintRow): Promise<Mark | null> {
    const category = this.city.category(row.category);
    const days = category && recurrenceDays(category, this.city.card);
    if (days === null || row.kind !== 'report' || row.about !== null || row.repeatOf) return null;
    const matter = this.matterOf(row);
    for (const earlier of await this.answered(tx, row, matter, days)) {
      if (earlier.lead === null || !earlier.resolvedAt) continue;
      // Its age has been asked for already: what is left to tell is the thing and the place.
      const like = compare(matter, { ...this.matterOf(earlier), at: matter.at });
      if (like.verdict !== 'sure') continue;
      return {
        type: 'mark_repeat',
        of: earlier.id,
        agency: earlier.lead,
        reasons: reasonsOf(like, row.filedAt, earlier.resolvedAt),
      };
    }
    return null;
  }

  /** Answered within the time before this one was filed, near it; the latest first. Index: complaint_fixed. */
  private async answered(
    tx: Tx,
    row: ComplaintRow,
    matter: Matter,
    days: number,
  ): Promise<ComplaintRow[]> {
    const since = new Date(row.filedAt.getTime() - days * DAY);
    const [where, values] = placeOf(matter);
    const ids = await tx.query<{ id: string }[]>(`${answered} and ${where} ${latest}`, [
      row.category,
      since,
      row.filedAt,
      ...values,
    ]);
    const found = In(ids.map(({ id }) => id).filter((id) => id !== row.id));
    return tx.find(ComplaintRow, { where: { id: found }, order: { resolvedAt: 'DESC' } });
  }

  private matterOf({ category, filedAt: at, lat, lon, ward, address, text }: ComplaintRow) {
    const point = lat === null || lon === null ? null : { lat, lon };
    return this.reader.read({ category, at, point, ward, address, text });
  }
}

function reasonsOf({ reasons }: Likeness, filedAt: Date, resolvedAt: Date) {
  const days = Math.floor((filedAt.getTime() - resolvedAt.getTime()) / DAY);
  return [
    ...reasons.filter(({ what }) => what !== 'time').map(loggedReason),
    { vi: `${days} ngày sau khi có kết quả`, en: `${days} days after the answer` },
  ];
}
