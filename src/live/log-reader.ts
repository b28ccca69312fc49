import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door, prepared } from '../platform/database/door.js';
import { beginning, type LogEntry, type Position } from './log-entry.js';
import { scopeSql, type Scope } from './scope.js';

/** Events per read. */
export const PAGE = 500;

type Raw = Omit<LogEntry, 'xid' | 'seq' | 'at'> & { xid: string; seq: string; at: Date };
type RawPosition = Pick<Raw, 'xid' | 'seq'>;

const reader: Actor = { kind: 'system', name: 'live' };
const columns = `seq, xid, complaint_id as "complaintId", number, type, at, data, agencies,
  told.about, told.privacy, told."splitFrom"`;
// Whom it is about and how private it is now: what was told before that was known is not told again.
const log = `complaint_event left join lateral (
  select c.about, c.privacy, c.split_from as "splitFrom" from complaint c where c.id = complaint_id) told on true`;
// Numbers are handed out before the commit. Below the oldest transaction still running nothing can appear any more.
const settled = 'xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

const positionOf = ({ xid, seq }: RawPosition): Position => ({
  xid: BigInt(xid),
  seq: Number(seq),
});
const entryOf = (raw: Raw) =>
  ({ ...raw, ...positionOf(raw), at: raw.at.toISOString() }) as LogEntry;

/** Reads the event log in the order of its positions, over the index on (xid, seq). */
@Injectable()
export class LogReader {
  constructor(private readonly door: Door) {}

  /**
   * The last settled event. An event and not the horizon itself: numbers of transactions that wrote nothing
   * are given out again after a crash.
   */
  async end(): Promise<Position> {
    const [last] = await this.ask<RawPosition>(
      `select xid, seq from complaint_event where ${settled} order by xid desc, seq desc limit 1`,
    );
    return last ? positionOf(last) : beginning;
  }

  /** The next settled events, at most PAGE. */
  async settled(after: Position): Promise<LogEntry[]> {
    const rows = await this.askOften<Raw>(
      'log_settled',
      `select ${columns} from ${log} where (xid, seq) > ($1, $2) and ${settled}
       order by xid, seq limit ${PAGE}`,
      [after.xid, after.seq],
    );
    return rows.map(entryOf);
  }

  /** The events of a scope after one settled position and up to another, at most PAGE. */
  async between(after: Position, upTo: Position, scope: Scope): Promise<LogEntry[]> {
    const { sql, values } = scopeSql(scope, 5);
    const rows = await this.ask<Raw>(
      `select ${columns} from ${log}
       where (xid, seq) > ($1, $2) and (xid, seq) <= ($3, $4) and ${sql}
       order by xid, seq limit ${PAGE}`,
      [after.xid, after.seq, upTo.xid, upTo.seq, ...values],
    );
    return rows.map(entryOf);
  }

  /** Where the event with this number is; null for one that is not in the log. */
  async positionOf(seq: number): Promise<Position | null> {
    const [row] = await this.ask<RawPosition>(
      'select xid, seq from complaint_event where seq = $1',
      [seq],
    );
    return row ? positionOf(row) : null;
  }

  /** Whether more than `count` events follow a position. */
  async hasMoreThan(count: number, after: Position): Promise<boolean> {
    const beyond = await this.ask(
      `select 1 from complaint_event where (xid, seq) > ($1, $2)
       order by xid, seq offset $3 limit 1`,
      [after.xid, after.seq, count],
    );
    return beyond.length > 0;
  }

  /** When the first event after a position happened, settled or not; null at the end of the log. */
  async nextAt(after: Position): Promise<Date | null> {
    const [next] = await this.ask<Pick<Raw, 'at'>>(
      'select at from complaint_event where (xid, seq) > ($1, $2) order by xid, seq limit 1',
      [after.xid, after.seq],
    );
    return next?.at ?? null;
  }

  private ask<T = unknown>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.door.read(reader, (tx) => tx.query<T[]>(sql, values));
  }

  /** The same for what is asked many times a second. */
  private askOften<T = unknown>(name: string, sql: string, values: unknown[]): Promise<T[]> {
    return this.door.read(reader, (tx) => prepared<T>(tx, name, sql, values));
  }
}
