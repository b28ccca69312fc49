import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../../people/caller.js';
import { KnownAgencies } from '../../people/known-agencies.js';
import { recordSystemEvent } from '../../people/keys/record-system-event.js';
import type { SystemEvent } from '../../people/keys/system-event.entity.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { announce, Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { OutboxRow } from '../../platform/outbox/outbox.entity.js';
import { Time } from '../../platform/time.js';
import { webhooks } from './fan-out.js';
import { TEST } from './kinds.js';
import { channelOf, webhookIdOf } from './message.js';
import { requireReachable } from './receiver-address.js';
import { newSecret, WebhookSecrets } from './secrets.js';
import { WebhookRow } from './webhook.entity.js';
import type {
  ChangeWebhook,
  GivenSecret,
  MakeWebhook,
  RotateSecret,
  TestSent,
} from './webhooks.dto.js';

/** Each is a lane with its own connections in every process. */
const MOST = 50;
const MOST_LOCK = 7_318_074;

const HOUR = 3_600_000;
const GRACE_HOURS = 24;

/** Registers, changes, pauses and ends receivers; each change is on record. A secret is shown once. */
@Injectable()
export class Receivers {
  constructor(
    private readonly door: Door,
    private readonly agencies: KnownAgencies,
    private readonly secrets: WebhookSecrets,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws request.invalid, webhook.too_many */
  async make(by: Caller, given: MakeWebhook): Promise<GivenSecret> {
    const { name, url, kinds, agency = null } = given;
    requireReachable(url, this.config.webhooksInside);
    if (agency !== null && !this.agencies.has(agency))
      throw fieldError('agency', 'unknown', 'Không có đơn vị này.', 'There is no such agency.');
    const id = uuid();
    const secret = newSecret();
    await this.door.as(webhooks, async (tx) => {
      await requireRoom(tx);
      await tx.insert(WebhookRow, {
        id,
        name,
        url,
        kinds,
        agency,
        secret: this.secrets.seal(id, secret),
        madeAt: this.time.now(),
        madeBy: by.id,
      });
      await this.record(tx, by, { id, name }, 'webhook_made', { url, kinds, agency });
    });
    return { id, secret };
  }

  /** @throws request.invalid, not_found, webhook.ended */
  change(by: Caller, id: string, { name, url, kinds }: ChangeWebhook): Promise<void> {
    if (url !== undefined) requireReachable(url, this.config.webhooksInside);
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      const changes = {
        ...(name !== undefined && { name }),
        ...(url !== undefined && { url }),
        ...(kinds !== undefined && { kinds }),
      };
      if (Object.keys(changes).length === 0) return;
      await tx.update(WebhookRow, { id }, changes);
      await this.record(tx, by, { ...row, ...changes }, 'webhook_changed', changes);
    });
  }

  /** Gives another secret; the old one signs too for the grace. @throws not_found, webhook.ended */
  rotate(by: Caller, id: string, { graceHours = GRACE_HOURS }: RotateSecret): Promise<GivenSecret> {
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      const secret = newSecret();
      const oldUntil = new Date(this.time.now().getTime() + graceHours * HOUR);
      const sealed = { secret: this.secrets.seal(id, secret), oldSecret: row.secret, oldUntil };
      await tx.update(WebhookRow, { id }, sealed);
      await this.record(tx, by, row, 'webhook_rotated', { graceHours });
      return { id, secret };
    });
  }

  /** What it is to be told waits. */
  pause(by: Caller, id: string): Promise<void> {
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      if (row.pausedAt !== null) return;
      await tx.update(WebhookRow, { id }, { pausedAt: this.time.now(), pausedWhy: 'by_hand' });
      await this.record(tx, by, row, 'webhook_paused');
    });
  }

  /** What has waited is sent at once, whatever pause its last attempt earned. */
  resume(by: Caller, id: string): Promise<void> {
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      if (row.pausedAt === null) return;
      await tx.update(WebhookRow, { id }, { pausedAt: null, pausedWhy: null, failingSince: null });
      await tx.query(
        `update outbox set next_at = $2, attempts = 0
         where channel = $1 and state = 'waiting' and lease is null`,
        [channelOf(id), this.time.now()],
      );
      await this.record(tx, by, row, 'webhook_resumed');
      announce(tx);
    });
  }

  /** For good; what it has not been told is given up. */
  end(by: Caller, id: string): Promise<void> {
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      await tx.update(WebhookRow, { id }, { endedAt: this.time.now() });
      await tx.query(
        `update outbox set state = 'dead', error = 'receiver ended', lease = null
         where channel = $1 and state = 'waiting'`,
        [channelOf(id)],
      );
      await this.record(tx, by, row, 'webhook_ended');
    });
  }

  /** @throws not_found, webhook.ended, webhook.paused */
  test(id: string): Promise<TestSent> {
    return this.door.as(webhooks, async (tx) => {
      const row = await living(tx, id);
      if (row.pausedAt !== null) throw new DomainError('webhook.paused');
      const now = this.time.now();
      const key = `webhook/${id}/test/${uuid()}`;
      const message = { type: TEST, timestamp: now.toISOString(), data: { receiver: id } };
      await tx.insert(OutboxRow, {
        key,
        channel: channelOf(id),
        complaintId: null,
        recipient: channelOf(id),
        template: TEST,
        data: message as object,
        createdAt: now,
        nextAt: now,
      });
      announce(tx);
      return { message: webhookIdOf(key) };
    });
  }

  private record(
    tx: Tx,
    by: Caller,
    { id, name }: Pick<WebhookRow, 'id' | 'name'>,
    type: SystemEvent,
    data: Record<string, unknown> = {},
  ) {
    return recordSystemEvent(tx, { subject: id, name, type, at: this.time.now(), by: by.id, data });
  }
}

/** Two that are made at once take turns. */
async function requireRoom(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [MOST_LOCK]);
  const [{ count = 0 } = {}] = await tx.query<{ count: number }[]>(
    'select count(*)::int as count from webhook where ended_at is null',
  );
  if (count >= MOST) throw new DomainError('webhook.too_many');
}

async function living(tx: Tx, id: string): Promise<WebhookRow> {
  await tx.query('select from webhook where id = $1 for update', [id]);
  const row = await tx.findOneBy(WebhookRow, { id });
  if (!row) throw new DomainError('not_found');
  if (row.endedAt !== null) throw new DomainError('webhook.ended');
  return row;
}
