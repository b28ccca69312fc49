import type { Actor } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { derive } from '../platform/config/secret-key.js';
import { SECRET_KEY } from '../platform/config/secret-key.token.js';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { ErrorCode } from '../platform/errors/error-table.js';
import { network } from '../platform/limits/network.js';
import { Time } from '../platform/time.js';
import {
  ofAccount,
  ofAddress,
  resetsOfAccount,
  resetsOfAddress,
  type AttemptLimit,
} from './attempt-limits.js';
import { SignInAttemptRow } from './sign-in-attempt.entity.js';

const counter: Actor = { kind: 'system', name: 'sign-in attempts' };

const wrongGuesses = new Set<ErrorCode>([
  'session.refused',
  'session.code_refused',
  'password.refused',
  'second_factor.refused',
]);

/** Counts guesses at passwords and codes by account and by address, and lets them wait. */
@Injectable()
export class SignInAttempts {
  private readonly key: Buffer;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.key = derive(secretKey, 'sign-in attempts');
  }

  /**
   * Does what can turn out to be a wrong guess; one that does stays counted.
   * Counted before it is known, so that guesses sent at the same time are not free.
   * @throws session.slow_down
   */
  async attempt<T>(login: string, address: string, work: () => Promise<T>): Promise<T> {
    const [place, account] = [this.address(address), this.account(login)];
    await this.door.as(counter, async (tx) => {
      await this.require(tx, place, ofAddress);
      await this.require(tx, account, ofAccount);
    });
    try {
      const result = await work();
      await this.forgive([place, account]);
      return result;
    } catch (error) {
      const wrong = error instanceof DomainError && wrongGuesses.has(error.code);
      if (!wrong) await this.forgive([place, account]);
      throw error;
    }
  }

  /** Forgets the failures of an account whose person has proved to be there. */
  async clear(tx: Tx, login: string): Promise<void> {
    await tx.delete(SignInAttemptRow, { key: this.account(login) });
  }

  /** Whether one more reset may be mailed for a login, known or not. @throws session.slow_down by address */
  async mayReset(tx: Tx, login: string, address: string): Promise<boolean> {
    await this.require(tx, this.hmac(`reset from ${this.address(address)}`), resetsOfAddress);
    return (await this.count(tx, this.hmac(`reset of ${login}`), resetsOfAccount)) === null;
  }

  private account = (login: string) => this.hmac(`account ${login}`);

  // The day is part of it, so that a stolen table does not even tell who came back from where.
  private address(address: string): string {
    const day = this.time.now().toISOString().slice(0, 10);
    return this.hmac(`address ${network(address)} ${day}`);
  }

  private hmac = (text: string) => createHmac('sha256', this.key).update(text).digest('hex');

  private async require(tx: Tx, key: string, limit: AttemptLimit): Promise<void> {
    const waitUntil = await this.count(tx, key, limit);
    if (waitUntil === null) return;
    const ms = waitUntil.getTime() - this.time.now().getTime();
    throw new DomainError('session.slow_down', [], { retryAfter: Math.ceil(ms / 1000) });
  }

  /** Counts one more; while a key waits nothing is counted, and until when it waits is returned. */
  private async count(tx: Tx, key: string, limit: AttemptLimit): Promise<Date | null> {
    const now = this.time.now();
    const [counted] = await tx.query<{ failures: number; since: Date }[]>(
      `insert into sign_in_attempt as known (key, failures, since) values ($1, 1, $2)
       on conflict (key) do update set
         failures = case when known.since <= $3 then 1 else known.failures + 1 end,
         since = case when known.since <= $3 then $2 else known.since end
       where known.wait_until is null or known.wait_until <= $2
       returning failures, since`,
      [key, now, new Date(now.getTime() - limit.window)],
    );
    if (!counted) {
      const known = await tx.findOneBy(SignInAttemptRow, { key });
      // Cleared in this very moment: then it does not wait.
      return known ? known.waitUntil : this.count(tx, key, limit);
    }
    const { failures, since } = counted;
    const waitUntil = limit.waitUntil(failures, since, now);
    await tx.update(SignInAttemptRow, { key }, { waitUntil });
    return null;
  }

  // One by one, in the order in which they were counted: two people never wait for each other's row.
  private async forgive(keys: [place: string, account: string]): Promise<void> {
    await this.door.as(counter, async (tx) => {
      for (const key of keys)
        await tx.query(
          `update sign_in_attempt set failures = greatest(failures - 1, 0), wait_until = null
           where key = $1`,
          [key],
        );
    });
  }
}
