import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { Time } from '../platform/time.js';
import type { ListOutbox, OutboxItem, OutboxPage } from './dto/outbox.dto.js';

// The recipient's kind alone: filer, staff, duty.
const itemOf = (row: OutboxRow): OutboxItem => ({
  id: row.id,
  channel: row.channel,
  complaintId: row.complaintId,
  recipient: row.recipient.split(':')[0] ?? '',
  template: row.template,
  state: row.state,
  attempts: row.attempts,
  error: row.error,
  createdAt: row.createdAt.toISOString(),
  nextAt: row.nextAt.toISOString(),
});

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
    { state = 'dead', after, limit = 50 }: ListOutbox,
  ): Promise<OutboxPage> {
    const rows = await this.door.read(actorOf(caller), (tx) => {
      const query = tx
        .createQueryBuilder(OutboxRow, 'o')
        .where('o.state = :state', { state })
        .orderBy('o.id', 'DESC')
        .limit(limit + 1);
      if (after !== undefined) query.andWhere('o.id < :after', { after });
      return query.getMany();
    });
    const items = rows.slice(0, limit).map(itemOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws not_found when no dead row has the id */
  async resend(caller: Caller, id: string): Promise<void> {
    const found = await this.door.as(actorOf(caller), (tx) =>
      tx.query<unknown[]>(
        `with resent as (
           update outbox set state = 'waiting', attempts = 0, next_at = $2, lease = null, error = null
           where id = $1 and state = 'dead' returning id)
         select id from resent`,
        [id, this.time.now()],
      ),
    );
    if (found.length === 0) throw new DomainError('not_found');
    this.log.fact('outbox row resent', { row: id, by: caller.id });
  }
}
