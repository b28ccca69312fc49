import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import type { MorningItem } from './urging.dto.js';

/** The template of the leader's morning mail. */
export const MORNING = 'morning';

/** As many as a morning can bear; the longest overdue are the first. */
const MOST = 500;

type Row = Omit<MorningItem, 'dueAt' | 'listedAt' | 'lateMinutes' | 'ref'> & {
  dueAt: Date;
  listedAt: Date;
  about: string | null;
};

export type Listed = MorningItem & { about: string | null };

// Of several clocks that list a case the oldest deadline speaks for it. While the filer is asked nobody is late.
const listed = `select * from (
    select distinct on (c.id) c.id as "caseId", c.category, c.urgency, c.about, k.unit, k.kind as clock,
      k.due_at as "dueAt", k.listed_at as "listedAt"
    from clock k join complaint c on c.id = k.complaint_id
    where k.listed_at is not null and k.stopped_at is null and c.status <> 'waiting_filer'
    order by c.id, k.due_at) one
  order by "dueAt", "caseId" limit ${MOST}`;

/** The cases that a step of a clock has put before the leader, until that clock ends. Index: clock_listed. */
@Injectable()
export class MorningList {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  async of(caller: Caller): Promise<MorningItem[]> {
    const items = await this.door.read(actorOf(caller), (tx) => this.read(tx, this.time.now()));
    return items.map(({ about: _, ...item }) => item);
  }

  /** As the principal of the transaction sees it. */
  async read(tx: Tx, now: Date): Promise<Listed[]> {
    const rows = await tx.query<Row[]>(listed);
    return rows.map((row) => ({
      ...row,
      ref: row.caseId.slice(-8),
      dueAt: row.dueAt.toISOString(),
      listedAt: row.listedAt.toISOString(),
      lateMinutes: Math.max(0, Math.floor((now.getTime() - row.dueAt.getTime()) / 60_000)),
    }));
  }
}
