import type { Actor } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import type { Ticket } from './refusals.js';

const sweeper: Actor = { kind: 'system', name: 'challenges' };
const SWEEP_MS = 300_000;

/** Remembers what filings were accepted with, in their own transaction, so that each holds for one. */
@Injectable()
export class UsedChallenges implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'used challenges not swept');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

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
  wake(): void {
    if (this.config.workers) this.rounds.wake(() => this.sweep());
  }
}
