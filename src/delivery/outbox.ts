import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Door, prepared, type Tx } from '../platform/database/door.js';
import type { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { Time } from '../platform/time.js';
import { pauseAfter } from './pauses.js';

export const delivery: Actor = { kind: 'system', name: 'delivery' };

/** How long a claimed row is left to its claimer, in milliseconds. */
export const LEASE = 60_000;

export const NO_MAIL_SERVER = 'no mail server';
export const NO_SMS_GATEWAY = 'no sms gateway';

/** A row held by whoever has its lease; `attempts` counts the present one. */
export type Claimed = Pick<
  OutboxRow,
  'id' | 'key' | 'complaintId' | 'recipient' | 'template' | 'data' | 'attempts' | 'createdAt'
> & { lease: string; claimedAt: Date };

type Outcome = Pick<OutboxRow, 'state' | 'error'> & { nextAt?: Date };

const dueRows = (order: string) => `select id from outbox
  where state = 'waiting' and channel = $1 and next_at <= $2
  order by next_at, id limit ${order} for update skip locked`;

/** The outbox as its workers see it: any number of them, each row in one hand at a time. */
@Injectable()
export class Outbox {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** Whether a row is due; it writes nothing, so looking wakes nobody. */
  isDue(channel: string): Promise<boolean> {
    return this.door.read(delivery, async (tx) => {
      const [found] = await prepared<{ due: boolean }>(
        tx,
        'outbox_due',
        `select exists (select from outbox
           where state = 'waiting' and channel = $1 and next_at <= $2) as due`,
        [channel, this.time.now()],
      );
      return found?.due ?? false;
    });
  }

  /** Takes up to `size` due rows. The attempt counts from here: a row that kills its worker ends too. */
  async claim(channel: string, size: number): Promise<Claimed[]> {
    const claimedAt = this.time.now();
    const lease = randomUUID();
    const until = new Date(claimedAt.getTime() + LEASE);
    const rows = await this.door.as(delivery, (tx) =>
      tx.query<Omit<Claimed, 'lease' | 'claimedAt'>[]>(
        `with due as (${dueRows('$3')}),
         claimed as (
           update outbox o set lease = $4, next_at = $5, attempts = o.attempts + 1
           from due where o.id = due.id returning o.*)
         select id, key, complaint_id as "complaintId", recipient, template, data, attempts,
           created_at as "createdAt" from claimed order by id`,
        [channel, claimedAt, size, lease, until],
      ),
    );
    return rows.map((row) => ({ ...row, lease, claimedAt }));
  }

  /** Ends a claim as sent; `along` is done in the same transaction, unless the lease has gone to another. */
  sent(row: Claimed, error: string | null = null, along?: (tx: Tx) => Promise<unknown>) {
    return this.settle(row, { state: 'sent', error }, along);
  }

  /** Ends a claim for now: the next attempt comes after a growing pause, or never when it was the last. */
  failed(row: Claimed, error: string) {
    const pause = pauseAfter(row.attempts, Math.random());
    if (pause === null) return this.dead(row, error);
    const nextAt = new Date(this.time.now().getTime() + pause);
    return this.settle(row, { state: 'waiting', error, nextAt });
  }

  dead(row: Claimed, error: string) {
    return this.settle(row, { state: 'dead', error });
  }

  /** Gives claimed rows back untried. */
  async release(rows: readonly Claimed[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    await this.door.as(delivery, (tx) =>
      tx.query(
        `update outbox set lease = null, next_at = $3, attempts = attempts - 1
         where id = any($1::bigint[]) and lease = $2 and state = 'waiting'`,
        [rows.map(({ id }) => id), first.lease, first.claimedAt],
      ),
    );
  }

  /** Puts due rows of a channel that has no way out aside until `until`. @returns how many */
  async park(channel: string, until: Date, why = NO_MAIL_SERVER): Promise<number> {
    const parked = await this.door.as(delivery, (tx) =>
      tx.query<unknown[]>(
        `with due as (${dueRows('500')}),
         parked as (update outbox o set next_at = $3, error = $4
           from due where o.id = due.id returning o.id)
         select id from parked`,
        [channel, this.time.now(), until, why],
      ),
    );
    return parked.length;
  }

  /** Makes parked rows due. */
  async unpark(channel: string, why = NO_MAIL_SERVER): Promise<void> {
    await this.door.as(delivery, (tx) =>
      tx.query(
        `update outbox set next_at = $2, error = null
         where state = 'waiting' and channel = $1 and error = $3 and lease is null and next_at > $2`,
        [channel, this.time.now(), why],
      ),
    );
  }

  // Whoever lost the lease changes nothing: the row is another's now.
  private settle(
    row: Claimed,
    { state, error, nextAt }: Outcome,
    along?: (tx: Tx) => Promise<unknown>,
  ) {
    return this.door.as(delivery, async (tx) => {
      const settled = await tx.query<unknown[]>(
        `with settled as (
           update outbox set state = $3, error = $4, next_at = coalesce($5, next_at), lease = null,
             sent_at = case when $3 = 'sent' then $6::timestamptz end
           where id = $1 and lease = $2 and state = 'waiting' returning id)
         select id from settled`,
        [row.id, row.lease, state, error, nextAt ?? null, this.time.now()],
      );
      if (settled.length > 0) await along?.(tx);
    });
  }
}
