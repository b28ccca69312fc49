import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { Subject } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';

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

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function nameOf(actor: Actor): string {
  return actor.kind === 'staff' ? `staff:${actor.id}` : actor.kind;
}

/** The one way to the database: every piece of work runs in a transaction, in the name of an actor. */
@Injectable()
export class Door {
  /** Fires after each commit that wrote to the log; whoever waits for events looks then. */
  readonly committed = new Subject<void>();

  constructor(private readonly source: DataSource) {}

  /** Runs the work in one transaction; what it returns is returned only after the commit. */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.transaction(actor, 'begin', work);
    this.committed.next();
    return result;
  }

  /** The same for work that only reads: the database refuses any write. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(actor, 'begin read only', work);
  }

  /** Work that takes part in writing but leaves nothing: it is always rolled back. */
  async probe(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.transaction(actor, 'begin', work, 'rollback');
  }

  /** One statement as a transaction of its own, of no actor and waking nobody: for counts, which hold nothing of people. */
  alone<T>(statement: string, values: unknown[]): Promise<T[]> {
    return this.source.query<T[]>(statement, values);
  }

  private async transaction<T>(
    actor: Actor,
    begin: string,
    work: (tx: Tx) => Promise<T>,
    end: 'commit' | 'rollback' = 'commit',
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const agency = actor.kind === 'staff' ? (actor.agency ?? '') : '';
      // One round trip: the simple protocol takes several statements at once.
      await runner.query(
        `${begin}; select set_config('dau_moi.actor', ${quoted(nameOf(actor))}, true), set_config('dau_moi.agency', ${quoted(agency)}, true)`,
      );
      const result = await work(runner.manager);
      await runner.query(end);
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
