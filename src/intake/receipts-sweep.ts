import type { Actor } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Rounds } from '../platform/rounds.js';
import { Time } from '../platform/time.js';
import { IdempotencyKeyRow } from './idempotency.entity.js';

const keeper: Actor = { kind: 'system', name: 'receipts' };
const HOUR = 3_600_000;

/** How long a repeated request gets its first answer, in milliseconds: 30 days. */
export const REMEMBERED = 30 * 24 * HOUR;

/** Forgets answers that nobody repeats a request for any more: each holds a tracking code. */
@Injectable()
export class ReceiptsSweep implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'receipts not swept');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  async sweep(): Promise<void> {
    const before = new Date(this.time.now().getTime() - REMEMBERED);
    await this.door.as(keeper, (tx) =>
      tx.delete(IdempotencyKeyRow, { createdAt: LessThan(before) }),
    );
  }

  @Interval(HOUR)
  wake(): void {
    if (this.config.workers) this.rounds.wake(() => this.sweep());
  }
}
