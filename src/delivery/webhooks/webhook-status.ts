import { Injectable } from '@nestjs/common';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { webhooks } from './fan-out.js';

export interface WebhookCounts {
  waiting: number;
  dead: number;
  paused: number;
  /** Age in seconds of the oldest row of a receiver that is not paused; 0 when there is none. */
  oldestSeconds: number;
}

/** How the receivers stand, for metrics and health. */
@Injectable()
export class WebhookStatus {
  private pausedForFailing = 0;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** What needs a person, as last looked at by the lane. */
  concern(): string | null {
    return this.pausedForFailing === 0 ? null : `${this.pausedForFailing} paused for failing`;
  }

  /** Looks whether receivers are paused because they fail. */
  async look(): Promise<void> {
    const [found] = await this.door.read(webhooks, (tx) =>
      tx.query<{ count: number }[]>(
        `select count(*)::int as count from webhook
         where ended_at is null and paused_why in ('failing', 'gone')`,
      ),
    );
    this.pausedForFailing = found?.count ?? 0;
  }

  /** Uses the indexes outbox_due and outbox_dead, which hold no sent row. */
  counts(): Promise<WebhookCounts> {
    return this.door.read(webhooks, async (tx) => {
      const [found] = await tx.query<
        (Omit<WebhookCounts, 'oldestSeconds'> & { oldest: Date | null })[]
      >(
        `select
           (select count(*)::int from outbox where state = 'waiting' and channel like 'webhook:%') as waiting,
           (select count(*)::int from outbox where state = 'dead' and channel like 'webhook:%') as dead,
           (select count(*)::int from webhook where ended_at is null and paused_at is not null) as paused,
           (select min(o.created_at) from webhook w join outbox o on o.channel = 'webhook:' || w.id
             where o.state = 'waiting' and w.paused_at is null and w.ended_at is null) as oldest`,
      );
      const { oldest = null, waiting = 0, dead = 0, paused = 0 } = found ?? {};
      const age = oldest ? this.time.now().getTime() - oldest.getTime() : 0;
      return { waiting, dead, paused, oldestSeconds: Math.max(0, Math.round(age / 1000)) };
    });
  }
}
