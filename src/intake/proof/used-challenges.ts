import type { Actor } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Time } from '../../platform/time.js';
import type { Ticket } from './refusals.js';

const sweeper: Actor = { kind: 'system', name: 'challenges' };
const SWEEP_MS = 300_000;

/** Remembers what filings were accepted with, in their own transaction, so that each holds for one. */
@Injectable()
export class UsedChallenges {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** False when it was used before. Waits for one who is using it now. */
  async spend(tx: Tx, { hash, until }: Ticket): Promise<boolean> {
    const spent = await tx.query<unknown[]>(
      `with spent as (
         insert into used_challenge (hash, until) values ($1, $2) on conflict do nothing returning 1)
       select 1 from spent`,
      [hash, until],
    );
    return spent.length === 1;
  }

  /** Forgets those that have expired, which nobody can use any more. */
  async sweep(): Promise<void> {
    const now = this.time.now();
    await this.door.as(sweeper, (tx) =>
      tx.query('delete from used_challenge where until <= $1', [now]),
    );
  }

  @Interval(SWEEP_MS)
  async wake(): Promise<void> {
    if (!this.config.workers) return;
    await this.sweep().catch((error: unknown) =>
      this.log.failure('used challenges not swept', error),
    );
  }
}
