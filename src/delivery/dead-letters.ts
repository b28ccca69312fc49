import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { Time } from '../platform/time.js';
import { receiverIn } from './webhooks/message.js';
import type { ListOutbox, OutboxItem, OutboxPage, Resent } from './dto/outbox.dto.js';

// The recipient's kind alone: filer, staff, duty, webhook.
const itemOf = (row: OutboxRow): OutboxItem => ({
  id: row.id,
  channel: row.channel.split(':')[0] ?? '',
  webhook: receiverIn(row.channel),
  complaintId: row.complaintId,
  recipient: row.recipient.split(':')[0] ?? '',
  template: row.template,
  state: row.state,
  attempts: row.attempts,
  error: row.error,
  createdAt: row.createdAt.toISOString(),
  nextAt: row.nextAt.toISOString(),
});

const MANY = 1000;

const again = (now: string) =>
  `state = 'waiting', attempts = 0, next_at = ${now}, lease = null, error = null`;

/** What could not be delivered, and another try for it. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  async page(
    caller: Caller,
    { state = 'dead', template, after, limit = 50 }: ListOutbox,
  ): Promise<OutboxPage> {
    const rows = await this.door.read(actorOf(caller), (tx) => {
      const query = tx
        .createQueryBuilder(OutboxRow, 'o')
        .where('o.state = :state', { state })
        .orderBy('o.id', 'DESC')
        .limit(limit + 1);
      if (after !== undefined) query.andWhere('o.id < :after', { after });
      if (template !== undefined) query.andWhere('o.template = :template', { template });
      return query.getMany();
    });
    const items = rows.slice(0, limit).map(itemOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Everything that could not be delivered, the oldest first. Index: outbox_state. */
  async resendMany(
    caller: Caller,
    { template = null }: { template?: string | null },
  ): Promise<Resent> {
    const found = await this.door.as(actorOf(caller), (tx) =>
      tx.query<unknown[]>(
        `with dead as (select id from outbox where state = 'dead'
           and ($2::text is null or template = $2) order by id limit ${MANY + 1}),
         resent as (
           update outbox set ${again('$1')}
           where id in (select id from dead order by id limit ${MANY}) and state = 'dead')
         select id from dead`,
        [this.time.now(), template],
      ),
    );
    const resent = Math.min(found.length, MANY);
    this.log.fact('outbox rows resent', { resent, by: caller.id });
    return { resent, more: found.length > MANY };
  }

  /** @throws not_found when no dead row has the id */
  async resend(caller: Caller, id: string): Promise<void> {
    const found = await this.door.as(actorOf(caller), (tx) =>
      tx.query<unknown[]>(
        `with resent as (
           update outbox set ${again('$2')}
           where id = $1 and state = 'dead' returning id)
         select id from resent`,
        [id, this.time.now()],
      ),
    );
    if (found.length === 0) throw new DomainError('not_found');
    this.log.fact('outbox row resent', { row: id, by: caller.id });
  }
}
