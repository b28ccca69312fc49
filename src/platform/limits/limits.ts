import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { createHmac } from 'node:crypto';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { derive } from '../config/secret-key.js';
import { SECRET_KEY } from '../config/secret-key.token.js';
import { Door } from '../database/door.js';
import { DomainError } from '../errors/domain-error.js';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';
import { Time } from '../time.js';
import { limitTable, type LimitKind } from './limit-table.js';
import { network } from './network.js';

interface Tally {
  points: number;
  until: Date;
}

const SWEEP_MS = 60_000;
const SWEEP_ROWS = 50_000;

// An outage is told of once in this time, not with every request.
const SAY_EVERY_MS = 5000;

/**
 * Rate limits in windows that begin with the first hit, counted in the database and so for all replicas together.
 * While the database cannot be asked everything is let through: the request itself will fail there.
 */
@Injectable()
export class Limits {
  private readonly key: Buffer;
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    private readonly log: Log,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.key = derive(secretKey, 'rate limits');
  }

  /** Counts one more. @throws request.too_many above the limit */
  async hit(kind: LimitKind, subject: string): Promise<void> {
    const tally = await this.add(kind, subject);
    if (tally && tally.points > limitTable[kind].points) throw this.refusal(kind, tally);
  }

  /** Counts nothing. @throws request.too_many when the limit has been reached */
  async peek(kind: LimitKind, subject: string): Promise<void> {
    const tally = await this.read(kind, subject);
    if (tally && tally.points >= limitTable[kind].points) throw this.refusal(kind, tally);
  }

  /** Counts and lets pass: for failures, which `peek` then stops. */
  async charge(kind: LimitKind, subject: string, points = 1): Promise<void> {
    await this.add(kind, subject, points);
  }

  /** How much has been counted in the present window. */
  async count(kind: LimitKind, subject: string): Promise<number> {
    return (await this.read(kind, subject))?.points ?? 0;
  }

  /** Removes the counts whose window is over. */
  async sweep(): Promise<void> {
    await this.door.alone(
      `delete from rate_limit where key in (
         select key from rate_limit where until <= $1 limit $2 for update skip locked)`,
      [this.time.now(), SWEEP_ROWS],
    );
  }

  @Interval(SWEEP_MS)
  async wake(): Promise<void> {
    if (!this.config.workers) return;
    await this.sweep().catch((error: unknown) => this.log.failure('rate limits not swept', error));
  }

  private async add(kind: LimitKind, subject: string, points = 1): Promise<Tally | undefined> {
    const now = this.time.now();
    const until = new Date(now.getTime() + limitTable[kind].seconds * 1000);
    const [tally] = await this.ask(
      `insert into rate_limit as kept (key, points, until) values ($1, $4, $2)
       on conflict (key) do update set
         points = case when kept.until > $3 then kept.points + excluded.points else excluded.points end,
         until = case when kept.until > $3 then kept.until else excluded.until end
       returning points, until`,
      [this.keyOf(kind, subject), until, now, points],
    );
    return tally;
  }

  private async read(kind: LimitKind, subject: string): Promise<Tally | undefined> {
    const [tally] = await this.ask(
      'select points, until from rate_limit where key = $1 and until > $2',
      [this.keyOf(kind, subject), this.time.now()],
    );
    return tally;
  }

  private async ask(statement: string, values: unknown[]): Promise<Tally[]> {
    if (!this.config.rateLimits) return [];
    try {
      return await this.door.alone<Tally>(statement, values);
    } catch (error) {
      this.metrics.uncounted.inc();
      this.say(error);
      return [];
    }
  }

  private say(error: unknown): void {
    if (performance.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = performance.now();
    this.log.failure('rate limits not reached: nothing is counted', error);
  }

  /** With the day in it, so that the same subject cannot be found again in yesterday's rows. */
  private keyOf(kind: LimitKind, subject: string): string {
    const counted = limitTable[kind].by === 'address' ? network(subject) : subject;
    const day = this.time.now().toISOString().slice(0, 10);
    return createHmac('sha256', this.key)
      .update(JSON.stringify([day, kind, counted]))
      .digest('base64url');
  }

  private refusal(kind: LimitKind, { until }: Tally): DomainError {
    this.metrics.limited.inc({ kind });
    const seconds = Math.ceil((until.getTime() - this.time.now().getTime()) / 1000);
    const retryAfter = Math.max(1, seconds);
    return new DomainError('request.too_many', [], { limit: kind, retryAfter });
  }
}
