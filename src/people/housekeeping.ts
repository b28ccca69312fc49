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
import { ofAccount } from './attempt-limits.js';
import { PasswordResetRow } from './password-reset.entity.js';
import { IDLE_MS } from './sessions.js';
import { SignInAttemptRow } from './sign-in-attempt.entity.js';

const HOUR = 3_600_000;

const keeper: Actor = { kind: 'system', name: 'housekeeping' };

/** Removes what is over: sessions, resets, failures that are forgotten. Every replica may. */
@Injectable()
export class Housekeeping implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'housekeeping failed');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(HOUR)
  wake(): void {
    if (this.config.workers) this.rounds.wake(() => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.time.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    await this.door.as(keeper, async (tx) => {
      await tx.query('delete from session where expires_at <= $1 or last_seen_at <= $2', [
        now,
        before(IDLE_MS),
      ]);
      await tx.delete(PasswordResetRow, { expiresAt: LessThan(now) });
      await tx.delete(SignInAttemptRow, { since: LessThan(before(ofAccount.window)) });
    });
  }
}
