import { isOpen } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { setTimeout as rest } from 'node:timers/promises';
import { In } from 'typeorm';
import { City } from '../../catalog/city.js';
import { Commands } from '../../complaints/commands.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Ledger } from '../../complaints/ledger.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { RecalculationRow } from './recalculation.entity.js';
import { recalculation, recomputeCase } from './recompute-case.js';

/** Complaints of one transaction: a twentieth of a second, which nobody at work on one of them notices. */
const BATCH = 50;

// A batch is followed by this many times its own length of rest, so that filing keeps the processor and the disk.
const REST = 1.5;

const SET_ASIDE_MS = 60_000;

/** Moves the promises of open complaints to the dates of new calendars: in small batches, by any replica, each once. */
@Injectable()
export class Recalculator implements OnModuleDestroy {
  private readonly rounds: Rounds;
  private readonly setAside = new Map<string, number>();
  /** Promises moved by this process. */
  moved = 0;

  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'recalculation failed');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(1000)
  wake(): void {
    if (this.config.workers) this.rounds.wake((goesOn) => this.sweep(goesOn));
  }

  /**
   * Works until nothing is left that can be done now; `goesOn` is asked after each batch, and told its size.
   * @returns how many complaints it has looked at
   */
  async sweep(goesOn: (batch: number) => boolean = () => true): Promise<number> {
    let looked = 0;
    for (;;) {
      const began = performance.now();
      const batch = await this.step();
      if (batch === null) return looked;
      looked += batch;
      if (!goesOn(batch)) return looked;
      await rest((performance.now() - began) * REST);
    }
  }

  /** Complaints that recalculations have still to come to. */
  async waiting(): Promise<number> {
    const [row] = await this.door.read(recalculation, (tx) =>
      tx.query<{ count: number }[]>(
        `select coalesce(sum(total - done), 0)::int as count from recalculation where state = 'running'`,
      ),
    );
    return row?.count ?? 0;
  }

  /** One batch of the oldest unfinished recalculation; null when there is nothing to do. */
  private async step(): Promise<number | null> {
    const run = await this.next();
    if (!run) return null;
    const held = this.city.versionOf(run.kind);
    // Published, and not yet in force or not yet known here.
    if (held < run.version) return null;
    if (held > run.version) return this.supersede(run);
    if (run.state === 'waiting') await this.begin(run);
    const batch = await this.batch(run, BATCH).catch((error: unknown) => this.oneByOne(run, error));
    if (batch > 0) return batch;
    await this.finish(run);
    return null;
  }

  private next(): Promise<RecalculationRow | null> {
    return this.door.read(recalculation, (tx) =>
      tx
        .createQueryBuilder(RecalculationRow, 'run')
        .where('run.finished_at is null and run.starts_at <= :now', { now: this.time.now() })
        .orderBy('run.startsAt')
        .addOrderBy('run.id')
        .limit(1)
        .getOne(),
    );
  }

  /** Notes which complaints are open; one replica does, the others find it done. Index: complaint_open. */
  private async begin({ id }: RecalculationRow): Promise<void> {
    await this.door.as(recalculation, async (tx) => {
      const waiting = await tx.query<unknown[]>(
        `select 1 from recalculation where id = $1 and state = 'waiting' for update`,
        [id],
      );
      if (waiting.length === 0) return;
      await tx.query(
        `insert into recalculation_case (recalculation_id, complaint_id)
         select $1, id from complaint where status not in ('closed', 'rejected')`,
        [id],
      );
      await tx.query(
        `update recalculation set state = 'running',
           total = (select count(*) from recalculation_case where recalculation_id = $1)
         where id = $1`,
        [id],
      );
    });
  }

  private async batch(
    run: RecalculationRow,
    limit: number,
    claimed?: (id: string) => void,
  ): Promise<number> {
    const { looked, moved } = await this.door.as(recalculation, async (tx) => {
      const ids = await this.claim(tx, run, limit);
      ids.forEach((id) => claimed?.(id));
      return {
        looked: ids.length,
        moved: ids.length === 0 ? 0 : await this.recompute(tx, run, ids),
      };
    });
    this.moved += moved;
    return looked;
  }

  /** @returns how many promises of the complaints have moved */
  private async recompute(tx: Tx, run: RecalculationRow, ids: string[]): Promise<number> {
    const now = this.time.now();
    const rows = await tx.findBy(ComplaintRow, { id: In(ids) });
    const cases = await this.ledger.casesOf(tx, rows);
    const changes = cases.flatMap((one) => {
      const after = isOpen(one.state.status) ? recomputeCase(one, run, now, this.city) : null;
      return after ? [{ before: one, after, said: {} }] : [];
    });
    await this.commands.writeAll(tx, changes);
    const moved = changes.reduce((sum, { after }) => sum + after.logged.length, 0);
    await tx.query(
      'delete from recalculation_case where recalculation_id = $1 and complaint_id = any($2::uuid[])',
      [run.id, ids],
    );
    // Last, since it makes the other replicas wait for this transaction's end.
    await tx.query('update recalculation set done = done + $2, moved = moved + $3 where id = $1', [
      run.id,
      ids.length,
      moved,
    ]);
    return moved;
  }

  /** Of what is left, that which no replica and nobody at work on it holds, locked until the transaction ends. */
  private async claim(tx: Tx, { id }: RecalculationRow, limit: number): Promise<string[]> {
    const now = this.time.now().getTime();
    for (const [one, until] of this.setAside) if (until <= now) this.setAside.delete(one);
    const left = await tx.query<{ id: string }[]>(
      `select complaint_id as id from recalculation_case
       where recalculation_id = $1 and complaint_id <> all($3::uuid[])
       order by complaint_id limit $2 for update skip locked`,
      [id, limit, [...this.setAside.keys()]],
    );
    const free = await tx.query<{ id: string }[]>(
      'select id from complaint where id = any($1::uuid[]) for update skip locked',
      [left.map((row) => row.id)],
    );
    return free.map((row) => row.id);
  }

  /** After a failed batch each of it gets a transaction of its own; whichever fails again waits a minute. */
  private async oneByOne(run: RecalculationRow, reason: unknown): Promise<number> {
    this.log.failure('recalculation: a batch failed, going one by one', reason);
    let done = 0;
    for (let turn = 0; turn < BATCH; turn += 1) {
      const last = { id: '' };
      try {
        done += await this.batch(run, 1, (id) => (last.id = id));
      } catch (error) {
        if (last.id === '') throw error;
        this.setAside.set(last.id, this.time.now().getTime() + SET_ASIDE_MS);
        this.log.failure('recalculation: complaint set aside', error, { complaint: last.id });
      }
    }
    return done;
  }

  /** What another replica holds is still there: then it is not finished. */
  private async finish({ id }: RecalculationRow): Promise<void> {
    await this.door.as(recalculation, (tx) =>
      tx.query(
        `update recalculation set state = 'done', finished_at = $2
         where id = $1 and state = 'running'
           and not exists (select from recalculation_case where recalculation_id = $1)`,
        [id, this.time.now()],
      ),
    );
  }

  /** A newer version is in force, and its own recalculation comes to everything. */
  private async supersede({ id }: RecalculationRow): Promise<number> {
    await this.door.as(recalculation, async (tx) => {
      await tx.query(
        `update recalculation set state = 'superseded', finished_at = $2
         where id = $1 and finished_at is null`,
        [id, this.time.now()],
      );
      await tx.query('delete from recalculation_case where recalculation_id = $1', [id]);
    });
    return 0;
  }
}
