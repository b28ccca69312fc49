import type { Actor } from '#lifecycle';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import { Commands } from '../complaints/commands.js';
import type { ComplaintRow } from '../complaints/complaint.entity.js';
import { fireDue, type Fired } from '../complaints/handle.js';
import { Ledger } from '../complaints/ledger.js';
import type { MessageRow } from '../complaints/message.entity.js';
import { CONFIG } from '../platform/config/config.token.js';
import type { Config } from '../platform/config/config.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';

const timer: Actor = { kind: 'system', name: 'timer' };

/** One transaction's worth: enough for its one statement to pay, and little to do again when a process is lost. */
const BATCH = 200;

// How long a complaint whose step cannot be written is set aside, so that the ones behind it go on.
const SET_ASIDE_MS = 60_000;

const REST_MS = 5000;

/** Fires the steps of due clocks: claimed and written in one transaction, so each fires once. */
@Injectable()
export class Timers implements OnApplicationBootstrap, OnModuleDestroy {
  private running: Promise<unknown> | null = null;
  private working = false;
  private stopping = false;
  private restUntil = 0;
  private readonly setAside = new Map<string, number>();
  fired = 0;

  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.working = this.config.workers;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  @Interval(500)
  wake(): void {
    const idle = this.working && !this.stopping && !this.running;
    if (!idle || performance.now() < this.restUntil) return;
    this.running = this.sweep()
      .catch((error: unknown) => this.rest(error))
      .finally(() => (this.running = null));
  }

  /** While the database is gone one line in five seconds says so, not two in each half. */
  private rest(error: unknown): void {
    this.restUntil = performance.now() + REST_MS;
    this.log.failure('timers: sweep failed', error);
  }

  /** Fires until nothing is due, or the program stops. @returns how many complaints had a step due */
  async sweep(): Promise<number> {
    let total = 0;
    for (;;) {
      const claimed = await this.fireBatch(BATCH).catch((error: unknown) =>
        this.fireOneByOne(error),
      );
      total += claimed;
      if (claimed === 0 || this.stopping) return total;
    }
  }

  private fireBatch(limit: number): Promise<number> {
    return this.door.as(timer, async (tx) => {
      const rows = await this.claim(tx, limit);
      await this.fire(tx, rows);
      return rows.length;
    });
  }

  /** After a failed batch each of it gets a transaction of its own; whichever fails again is set aside. */
  private async fireOneByOne(reason: unknown): Promise<number> {
    this.log.failure('timers: a batch failed, going one by one', reason);
    let fired = 0;
    for (let turn = 0; turn < BATCH; turn += 1) {
      const claimed = { id: '' };
      try {
        fired += await this.door.as(timer, async (tx) => {
          const rows = await this.claim(tx, 1);
          claimed.id = rows[0]?.id ?? '';
          await this.fire(tx, rows);
          return rows.length;
        });
      } catch (error) {
        if (claimed.id === '') throw error;
        this.setAside.set(claimed.id, this.time.now().getTime() + SET_ASIDE_MS);
        this.log.failure('timers: complaint set aside', error, { complaint: claimed.id });
      }
    }
    return fired;
  }

  /** Due complaints nobody else holds, locked until the end of the transaction. Index: complaint_next. */
  private async claim(tx: Tx, limit: number): Promise<ComplaintRow[]> {
    const now = this.time.now();
    for (const [id, until] of this.setAside) if (until <= now.getTime()) this.setAside.delete(id);
    return this.ledger.select(
      tx,
      'timers_claim',
      `next_at <= $1 and id <> all($3::uuid[]) order by next_at limit $2 for update skip locked`,
      [now, limit, [...this.setAside.keys()]],
    );
  }

  private async fire(tx: Tx, rows: readonly ComplaintRow[]): Promise<void> {
    if (rows.length === 0) return;
    const now = this.time.now();
    const cases = await this.ledger.casesOf(tx, rows);
    const fired = cases.map((one) => {
      const after = fireDue(one, now, this.city);
      if (!after) throw new Error('a claimed complaint has a step due');
      return { before: one, after, said: { messages: messagesOf(after) } };
    });
    await this.commands.writeAll(tx, fired);
    this.fired += fired.reduce((sum, { after }) => sum + after.logged.length, 0);
  }

  /** How many complaints have a step that is due; of the whole database. */
  async due(): Promise<number> {
    const [row] = await this.door.read(timer, (tx) =>
      tx.query<{ count: number }[]>(
        'select count(*)::int as count from complaint where next_at <= $1',
        [this.time.now()],
      ),
    );
    return row?.count ?? 0;
  }

  /** How late the most overdue step is, in seconds. */
  async lagSeconds(): Promise<number> {
    const [row] = await this.door.read(timer, (tx) =>
      tx.query<{ at: Date | null }[]>(
        'select min(next_at) as at from complaint where next_at is not null',
      ),
    );
    return row?.at ? Math.max(0, (this.time.now().getTime() - row.at.getTime()) / 1000) : 0;
  }
}

/** What the fired steps say to agencies, as messages of their events. */
const messagesOf = ({ state, said }: Fired): MessageRow[] =>
  said.map(({ number, text }) => ({
    id: uuid(),
    complaintId: state.id,
    number,
    audience: 'staff',
    text,
    parts: null,
  }));
