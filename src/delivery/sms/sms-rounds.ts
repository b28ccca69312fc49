import { Injectable } from '@nestjs/common';
import { inParallel } from '../../platform/in-parallel.js';
import { Time } from '../../platform/time.js';
import { NO_SMS_GATEWAY, Outbox } from '../outbox.js';
import { SMS_AT_ONCE, SmsGateway } from './sms-gateway.js';
import { SmsSender } from './sms-sender.js';

// Two turns of ten seconds at most, well within the lease.
const BATCH = 2 * SMS_AT_ONCE;
const DAY = 24 * 3_600_000;

/** Sends due SMS, a batch a round. */
@Injectable()
export class SmsRounds {
  private unparked = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly sender: SmsSender,
    private readonly gateway: SmsGateway,
    private readonly time: Time,
  ) {}

  /** @returns how many rows were taken */
  async round(): Promise<number> {
    await this.unpark();
    if (!(await this.outbox.isDue('sms'))) return 0;
    if (this.gateway.way === 'off') return this.park();
    const rows = await this.outbox.claim('sms', BATCH);
    await inParallel(rows, SMS_AT_ONCE, (row) => this.sender.deliver(row));
    return rows.length;
  }

  /** The gateway was taken away while something waited for it. */
  private async park(): Promise<number> {
    const until = new Date(this.time.now().getTime() + DAY);
    await this.outbox.park('sms', until, NO_SMS_GATEWAY);
    return 0;
  }

  private async unpark(): Promise<void> {
    if (this.unparked || this.gateway.way === 'off') return;
    await this.outbox.unpark('sms', NO_SMS_GATEWAY);
    this.unparked = true;
  }
}
