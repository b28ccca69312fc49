import type { Urgency } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { standInOf } from '../people/duty/running.js';
import { NoticePreferences, type NoticePreference } from '../people/notices/notice-preferences.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { standInRows } from './duty-roster.js';
import { delivery, type Claimed } from './outbox.js';
import { quietUntil } from './quiet.js';
import { MORNING, STAFF_DIGEST } from './summaries.js';

/** So many mails in so many minutes are read one by one; what comes beyond waits and comes as one. */
export const BURST = { mails: 5, minutes: 10 };

interface Own {
  heldUntil: Date | null;
  placed: boolean;
  urgency: Urgency | null;
}

// Rows that no one has begun to send: held ones whose time has come, and those that are claimed or due.
const unplaced = `recipient = $1 and channel = 'mail' and state = 'waiting' and not placed
  and complaint_id is not null and (lease is not null or next_at <= $2)`;

/**
 * Decides what becomes of a mail to a person about a case: now, after the quiet hours, or as part of a digest. One
 * person's rows are decided one after the other, and each decision is one transaction: whoever dies in between
 * leaves either the rows or the digest.
 */
@Injectable()
export class Placing {
  constructor(
    private readonly door: Door,
    private readonly preferences: NoticePreferences,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** @returns whether the claimed row is to be sent now; else it waits, or another row brings it */
  async place(row: Claimed): Promise<boolean> {
    const [kind, person = ''] = row.recipient.split(':');
    const listed = row.template === MORNING;
    if (kind !== 'staff' || (row.complaintId === null && !listed)) return true;
    return this.door.as(delivery, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7318073, hashtext($1))', [row.recipient]);
      const own = await this.ownOf(tx, row);
      if (!own) return false;
      if (own.urgency === 'urgent') return this.letGo(tx, row);
      const hours = await this.preferences.of(tx, person);
      const until = quietUntil(this.time.now(), hours, this.city.card.timeZone);
      if (until) return this.hold(tx, row, until);
      if (own.placed || listed) return true;
      return this.amongOthers(tx, row, own, person, hours);
    });
  }

  /** Null when the lease is lost, or a digest has taken the row. */
  private async ownOf(tx: Tx, { id, lease }: Claimed): Promise<Own | null> {
    const [own] = await tx.query<Own[]>(
      `select o.held_until as "heldUntil", o.placed, c.urgency from outbox o
       left join complaint c on c.id = o.complaint_id
       where o.id = $1 and o.lease = $2 and o.state = 'waiting'`,
      [id, lease],
    );
    return own ?? null;
  }

  private async amongOthers(
    tx: Tx,
    row: Claimed,
    own: Own,
    person: string,
    { digest }: NoticePreference,
  ): Promise<boolean> {
    if (!digest) return this.letGo(tx, row);
    const now = this.time.now();
    const others = await tx.query<{ id: string; heldUntil: Date | null }[]>(
      `select id, held_until as "heldUntil" from outbox
       where ${unplaced} and not exists (select from complaint c
         where c.id = complaint_id and c.urgency = 'urgent') order by id`,
      [row.recipient, now],
    );
    const waited = others.some(({ heldUntil }) => heldUntil !== null);
    const recent = await this.recent(tx, row.recipient, now);
    if (others.length > 1 && (waited || (recent === 0 && others.length > BURST.mails))) {
      await this.fold(
        tx,
        row,
        person,
        others.map(({ id }) => id),
        now,
      );
      return false;
    }
    if (own.heldUntil === null && recent + others.length > BURST.mails)
      return this.hold(tx, row, await this.burstEnd(tx, row.recipient, now));
    return this.letGo(tx, row);
  }

  /** How many mails the person had, or is being sent, within the time of a burst. Index: outbox_by_recipient. */
  private async recent(tx: Tx, recipient: string, now: Date): Promise<number> {
    const [found] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from outbox where recipient = $1 and placed
         and (sent_at > $2 or state = 'waiting')`,
      [recipient, new Date(now.getTime() - BURST.minutes * 60_000)],
    );
    return found?.count ?? 0;
  }

  /** When the one mail comes for which a burst is held back: all of it at the same moment. */
  private async burstEnd(tx: Tx, recipient: string, now: Date): Promise<Date> {
    const [found] = await tx.query<{ end: Date | null }[]>(
      `select min(held_until) as end from outbox
       where recipient = $1 and state = 'waiting' and held_until > $2`,
      [recipient, now],
    );
    return found?.end ?? new Date(now.getTime() + BURST.minutes * 60_000);
  }

  /** It waits untried. */
  private async hold(tx: Tx, { id }: Claimed, until: Date): Promise<false> {
    await tx.query(
      `update outbox set held_until = $2, next_at = $2, lease = null, attempts = attempts - 1
       where id = $1`,
      [id, until],
    );
    return false;
  }

  private async letGo(tx: Tx, { id }: Claimed): Promise<true> {
    await tx.query('update outbox set placed = true where id = $1', [id]);
    return true;
  }

  /** Rows become one; also those that another process has claimed, which finds them gone. */
  private async fold(
    tx: Tx,
    { recipient }: Claimed,
    person: string,
    rows: string[],
    now: Date,
  ): Promise<void> {
    const standIn = await standInOf(tx, person, now);
    if (standIn) await tx.query(standInRows, [rows, `staff:${standIn.standInId}`, person, now]);
    await tx.query(
      `insert into outbox (key, channel, recipient, template, data, created_at, next_at, placed)
       values ($1, 'mail', $2, $3, $4, $5, $5, true)`,
      [`digest/${recipient}/${rows[0]}`, recipient, STAFF_DIGEST, JSON.stringify({ rows }), now],
    );
    await tx.query(
      `update outbox set state = 'sent', error = 'in a digest', lease = null, placed = true, sent_at = $2
       where id = any($1::bigint[])`,
      [rows, now],
    );
  }
}
