import type { Role } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { ClientBase, Pool } from 'pg';
import { Subject } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { settingsOf, type Principal, type Standing } from './principal.js';

/** A transaction opened by the door. */
export type Tx = EntityManager;

/**
 * Runs a large statement that each connection plans once: planning the ledger's takes four times its execution.
 * Behind pgbouncer in transaction mode this needs version 1.21 with max_prepared_statements.
 */
export async function prepared<T>(
  tx: Tx,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  const client = (await tx.queryRunner?.connect()) as ClientBase;
  const { rows } = await client.query({ name, text, values });
  return rows as T[];
}

/**
 * Lets the rest of the transaction write one case that its actor has just seen: a command can take the case out
 * of its giver's sight, and row-level security would refuse the row that results.
 */
export async function holdCase(tx: Tx, id: string): Promise<void> {
  await tx.query(`select set_config('dau_moi.held', $1, true)`, [id]);
}

/** Has the commit wake those who follow the log or empty the outbox; said by whoever writes to one of them. */
export function announce(tx: Tx): void {
  if (tx.queryRunner) tx.queryRunner.data['announced'] = true;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The one way to the database: every piece of work runs in a transaction, in the name of a principal. */
@Injectable()
export class Door {
  /** Fires after each commit that was announced; whoever waits for events or mails looks then. */
  readonly committed = new Subject<void>();

  /** Known to whoever has the city's data; until then an agency stands alone. */
  standingOf: (staff: { role: Role; agency: string | null }) => Standing = ({ agency }) => {
    const alone = agency === null ? [] : [agency];
    return { within: alone, line: alone };
  };

  /** Whether the database says nothing at all; known to the pulse. */
  isSilent: () => boolean = () => false;

  constructor(private readonly source: DataSource) {}

  /** Runs the work in one transaction; what it returns is returned only after the commit. */
  async as<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(principal, 'begin', work);
  }

  /** The same for work that only reads: the database refuses any write. */
  read<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(principal, 'begin read only', work);
  }

  /** Work that takes part in writing but leaves nothing: it is always rolled back. */
  async probe(principal: Principal, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.transaction(principal, 'begin', work, 'rollback');
  }

  /** One statement as a transaction of its own, of no actor and waking nobody: for counts, which hold nothing of people. */
  async alone<T>(statement: string, values: unknown[]): Promise<T[]> {
    this.refuseIfSilent();
    return this.source.query<T[]>(statement, values);
  }

  /** Connections of this process: at work, at rest, and how many pieces of work wait for one. */
  pool(): { busy: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = (
      this.source.driver as unknown as { master: Pool }
    ).master;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  private async transaction<T>(
    principal: Principal,
    begin: string,
    work: (tx: Tx) => Promise<T>,
    end: 'commit' | 'rollback' = 'commit',
  ): Promise<T> {
    this.refuseIfSilent();
    const runner = this.source.createQueryRunner();
    let announced = false;
    try {
      // One round trip: the simple protocol takes several statements at once.
      await runner.query(`${begin}; select ${this.settings(principal)}`);
      const result = await work(runner.manager);
      await runner.query(end);
      announced = end === 'commit' && runner.data['announced'] === true;
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
      if (announced) this.committed.next();
    }
  }

  private refuseIfSilent(): void {
    if (this.isSilent())
      throw Object.assign(new Error('the database is silent'), { code: 'ETIMEDOUT' });
  }

  private settings(principal: Principal): string {
    return Object.entries(settingsOf(principal, this.standingOf))
      .map(([name, value]) => `set_config('dau_moi.${name}', ${quoted(value)}, true)`)
      .join(', ');
  }
}
