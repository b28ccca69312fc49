import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Log } from '../../platform/logging/log.js';
import { OutwardError } from '../../platform/outward/outward-error.js';
import { outwardFetch, type OutwardFetch } from '../../platform/outward/outward-fetch.js';
import { Time } from '../../platform/time.js';
import { Outbox, type Claimed } from '../outbox.js';
import { MAX_ATTEMPTS } from '../pauses.js';
import { signed, webhookIdOf } from './message.js';
import { ReceiverStanding, type Attempt } from './receiver-standing.js';
import { WebhookSecrets } from './secrets.js';
import type { WebhookRow } from './webhook.entity.js';

/** From the name to the last byte of the answer. */
export const WEBHOOK_TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const SHOWN = 200;

type Answer = Pick<Attempt, 'status' | 'error' | 'answer'>;

/** Tells one receiver one thing. */
@Injectable()
export class WebhookSender {
  private readonly fetch: OutwardFetch;

  constructor(
    private readonly outbox: Outbox,
    private readonly secrets: WebhookSecrets,
    private readonly standing: ReceiverStanding,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) { webhooksInside }: Config,
  ) {
    this.fetch = outwardFetch({
      trusted: webhooksInside,
      withinMs: WEBHOOK_TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
  }

  /** Never throws: a row that could not be settled is taken again when its lease is over. */
  async deliver(receiver: WebhookRow, row: Claimed): Promise<void> {
    try {
      if (row.attempts > MAX_ATTEMPTS) return await this.outbox.dead(row, 'too many attempts');
      const message = webhookIdOf(row.key);
      const began = performance.now();
      const answer = await this.tell(receiver, message, JSON.stringify(row.data));
      const ms = Math.round(performance.now() - began);
      const attempt = { ...answer, message, type: row.template, attempt: row.attempts, ms };
      if (answer.error === null) {
        await this.standing.took(receiver, attempt);
        await this.outbox.sent(row);
      } else {
        await this.standing.failed(receiver, attempt);
        await this.outbox.failed(row, answer.error);
      }
    } catch (error) {
      this.log.failure('outbox row not settled', error, { row: row.id });
    }
  }

  private async tell(receiver: WebhookRow, message: string, body: string): Promise<Answer> {
    const at = this.time.now();
    try {
      const response = await this.fetch(receiver.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          ...signed(message, at, body, this.secrets.of(receiver, at)),
          'content-type': 'application/json',
          'user-agent': 'dau-moi-webhooks/1',
        },
        body,
      });
      const answer = shown(await response.text());
      return {
        status: response.status,
        error: response.ok ? null : `http ${response.status}`,
        answer,
      };
    } catch (error) {
      return { status: null, error: nameOf(error), answer: '' };
    }
  }
}

/** PostgreSQL keeps no NUL, and half a pair is no character. */
const shown = (text: string) =>
  [...text.replaceAll('\0', '')]
    .slice(0, SHOWN)
    .join('')
    .replaceAll(/\p{Cs}/gu, '');

function nameOf(error: unknown): string {
  if (error instanceof OutwardError) return error.code;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase() : 'unreachable';
}
