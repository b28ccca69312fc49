import { Injectable } from '@nestjs/common';
import { recordSystemEvent } from '../../people/keys/record-system-event.js';
import { announce, Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { OutboxRow } from '../../platform/outbox/outbox.entity.js';
import { Time } from '../../platform/time.js';
import { webhooks } from './fan-out.js';
import { WEBHOOK_PAUSED } from './receiver-mails.js';
import { WebhookDeliveryRow } from './webhook-delivery.entity.js';
import type { PauseReason, WebhookRow } from './webhook.entity.js';

/** A receiver that takes nothing for so long is paused: rows wait, and come to no end unseen. */
const FAILING_MS = 24 * 3_600_000;

export type Attempt = Omit<WebhookDeliveryRow, 'seq' | 'webhookId' | 'at'>;

type Known = Pick<WebhookRow, 'id' | 'name'>;

/** How a receiver stands after each attempt. */
@Injectable()
export class ReceiverStanding {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  async took(receiver: Known, attempt: Attempt): Promise<void> {
    await this.door.as(webhooks, async (tx) => {
      await this.note(tx, receiver, attempt);
      await tx.query(
        'update webhook set failing_since = null where id = $1 and failing_since is not null',
        [receiver.id],
      );
    });
  }

  async failed(receiver: Known, attempt: Attempt): Promise<void> {
    const now = this.time.now();
    await this.door.as(webhooks, async (tx) => {
      await this.note(tx, receiver, attempt);
      const [row] = await tx.query<{ since: Date }[]>(
        `with failing as (update webhook set failing_since = coalesce(failing_since, $2)
           where id = $1 and paused_at is null and ended_at is null returning failing_since as since)
         select since from failing`,
        [receiver.id, now],
      );
      if (!row) return;
      if (attempt.status === 410) await this.pause(tx, receiver, 'gone', row.since);
      else if (now.getTime() - row.since.getTime() >= FAILING_MS)
        await this.pause(tx, receiver, 'failing', row.since);
    });
  }

  private note(tx: Tx, { id }: Known, attempt: Attempt) {
    return tx.insert(WebhookDeliveryRow, { ...attempt, webhookId: id, at: this.time.now() });
  }

  /** With a mail to each administrator, once. */
  private async pause(tx: Tx, { id, name }: Known, why: PauseReason, since: Date): Promise<void> {
    const at = this.time.now();
    await tx.query('update webhook set paused_at = $2, paused_why = $3 where id = $1', [
      id,
      at,
      why,
    ]);
    await recordSystemEvent(tx, { subject: id, name, type: 'webhook_paused', at, by: null });
    const people = await tx.query<{ id: string }[]>(
      `select id from staff where role = 'administrator' and active`,
    );
    for (const person of people)
      await tx.insert(OutboxRow, {
        key: `webhook/${id}/paused/${at.toISOString()}/${person.id}`,
        channel: 'mail',
        complaintId: null,
        recipient: `staff:${person.id}`,
        template: WEBHOOK_PAUSED,
        data: { webhook: id, name, since: since.toISOString() } as object,
        createdAt: at,
        nextAt: at,
      });
    announce(tx);
    this.log.trouble('webhook paused', { webhook: id, why });
  }
}
