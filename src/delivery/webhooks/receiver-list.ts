import { Injectable } from '@nestjs/common';
import { systemEventsOf } from '../../people/keys/system-events-of.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { webhooks } from './fan-out.js';
import type {
  DeliveryItem,
  DeliveryPage,
  ListDeliveries,
  WebhookItem,
  WebhookList,
  WebhookView,
} from './webhooks.dto.js';

type Raw = {
  [K in keyof WebhookItem]: K extends `${string}At` | 'failingSince' | 'oldUntil'
    ? Date | null
    : WebhookItem[K];
};

// Neither secret. Indexes: outbox_due (channel, next_at); what was given up is few.
const columns = `w.id, w.name, w.url, w.kinds, w.agency, w.made_at as "madeAt",
  w.failing_since as "failingSince", w.paused_at as "pausedAt", w.paused_why as "pausedWhy", w.ended_at as "endedAt",
  case when w.old_until > $1 then w.old_until end as "oldUntil",
  (select count(*)::int from outbox o where o.state = 'waiting' and o.channel = 'webhook:' || w.id) as waiting,
  (select count(*)::int from outbox o where o.state = 'dead' and o.channel = 'webhook:' || w.id) as dead`;

const MANY = 500;

/** The receivers as their administrator sees them, with what was sent to each. */
@Injectable()
export class ReceiverList {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  all(): Promise<WebhookList> {
    return this.door.read(webhooks, async (tx) => {
      const rows = await tx.query<Raw[]>(
        `select ${columns} from webhook w order by w.ended_at is not null, w.made_at desc, w.id limit ${MANY}`,
        [this.time.now()],
      );
      return { items: rows.map(itemOf) };
    });
  }

  /** @throws not_found */
  view(id: string): Promise<WebhookView> {
    return this.door.read(webhooks, async (tx) => {
      const [row] = await tx.query<Raw[]>(`select ${columns} from webhook w where w.id = $2`, [
        this.time.now(),
        id,
      ]);
      if (!row) throw new DomainError('not_found');
      return { ...itemOf(row), events: await systemEventsOf(tx, id) };
    });
  }

  /** Newest first. Index: webhook_delivery_of (webhook_id, seq). @throws not_found */
  deliveries(id: string, { after, limit = 50 }: ListDeliveries): Promise<DeliveryPage> {
    return this.door.read(webhooks, async (tx) => {
      await requireKnown(tx, id);
      const rows = await tx.query<(Omit<DeliveryItem, 'at'> & { at: Date })[]>(
        `select seq::text as id, message, type, at, attempt, status, error, ms, answer
         from webhook_delivery where webhook_id = $1 and ($2::bigint is null or seq < $2::bigint)
         order by webhook_delivery.seq desc limit $3`,
        [id, after ?? null, limit + 1],
      );
      const items = rows
        .slice(0, limit)
        .map(({ at, ...one }) => ({ ...one, at: at.toISOString() }));
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

async function requireKnown(tx: Tx, id: string): Promise<void> {
  const [known] = await tx.query<unknown[]>('select from webhook where id = $1', [id]);
  if (!known) throw new DomainError('not_found');
}

function itemOf(row: Raw): WebhookItem {
  const told = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...row,
    madeAt: row.madeAt?.toISOString() ?? '',
    failingSince: told(row.failingSince),
    pausedAt: told(row.pausedAt),
    endedAt: told(row.endedAt),
    oldUntil: told(row.oldUntil),
  };
}
