import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';

const observer: Actor = { kind: 'system', name: 'metrics' };

/** Index: complaint_event_order (xid, seq). */
const next = `select f.name, (select e.at from complaint_event e
    where (e.xid, e.seq) > (f.xid, f.seq) order by e.xid, e.seq limit 1) as at
  from log_follower f`;

/** How far behind those are that keep their place in the log in the database. */
@Injectable()
export class FollowerStatus {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** By name, the age in seconds of the oldest event that it has not come to; 0 when there is none. */
  async lagSeconds(): Promise<Record<string, number>> {
    const rows = await this.door.read(observer, (tx) =>
      tx.query<{ name: string; at: Date | null }[]>(next),
    );
    const now = this.time.now().getTime();
    return Object.fromEntries(
      rows.map(({ name, at }) => [name, at ? Math.max(0, (now - at.getTime()) / 1000) : 0]),
    );
  }
}
