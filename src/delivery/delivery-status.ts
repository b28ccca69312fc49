import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Mailer } from './mailer.js';
import { delivery } from './outbox.js';

export interface DeliveryCounts {
  waiting: number;
  dead: number;
  /** Age in seconds of the oldest waiting row that nobody's quiet hours hold back; 0 when there is none. */
  oldestSeconds: number;
}

/** How mails and the search stand, for health and metrics. */
@Injectable()
export class DeliveryStatus {
  /** Where mails go: `off` while no server is set up. */
  readonly mail: Mailer['way'];

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    mailer: Mailer,
  ) {
    this.mail = mailer.way;
  }

  /** Uses the indexes outbox_due and outbox_dead, which hold no sent row. */
  counts(): Promise<DeliveryCounts> {
    return this.door.read(delivery, async (tx) => {
      const [found] = await tx.query<{ waiting: number; dead: number; oldest: Date | null }[]>(
        `select w.waiting, w.oldest, d.dead
         from (select count(*)::int as waiting,
                 min(created_at) filter (where held_until is null or held_until <= $1) as oldest
               from outbox where state = 'waiting' and channel not like 'webhook:%') w,
              (select count(*)::int as dead from outbox
                where state = 'dead' and channel not like 'webhook:%') d`,
        [this.time.now()],
      );
      const { waiting = 0, dead = 0, oldest = null } = found ?? {};
      const age = oldest ? this.time.now().getTime() - oldest.getTime() : 0;
      return { waiting, dead, oldestSeconds: Math.max(0, Math.round(age / 1000)) };
    });
  }

  /** By lane, the age in seconds of the oldest row that waits and is not held back; lanes without one are left out. */
  async lanes(): Promise<Record<string, number>> {
    const now = this.time.now();
    const rows = await this.door.read(delivery, (tx) =>
      tx.query<{ channel: string; oldest: Date }[]>(
        `select channel, min(created_at) as oldest from outbox
         where state = 'waiting' and channel not like 'webhook:%'
           and (held_until is null or held_until <= $1)
         group by channel`,
        [now],
      ),
    );
    const age = (at: Date) => Math.max(0, (now.getTime() - at.getTime()) / 1000);
    return Object.fromEntries(rows.map(({ channel, oldest }) => [channel, age(oldest)]));
  }
}
