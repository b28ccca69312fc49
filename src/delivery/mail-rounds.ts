import { Injectable } from '@nestjs/common';
import { grouped } from '../platform/grouped.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { inParallel } from '../platform/in-parallel.js';
import { MailSender } from './mail-sender.js';
import { Mailer, MAILS_AT_ONCE } from './mailer.js';
import { LEASE, Outbox, type Claimed } from './outbox.js';
import { RightOfWay } from './right-of-way.js';

const BATCH = 50;
const DAY = 24 * 3_600_000;

// A mail begun within this time ends, by the mailer's limit of 40 s, before the lease does.
const BEGIN_WITHIN = LEASE / 3;

/** Sends due mails, a batch a round. */
@Injectable()
export class MailRounds {
  private stopped = false;
  private unparked = false;
  private saidAt: number | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly sender: MailSender,
    private readonly mailer: Mailer,
    private readonly way: RightOfWay,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** @returns how many rows were taken */
  async round(): Promise<number> {
    await this.unpark();
    if (this.stopped || !(await this.outbox.isDue('mail'))) return 0;
    if (this.mailer.way === 'off') return this.park();
    if (await this.way.isTaken()) return 0;
    const rows = await this.outbox.claim('mail', BATCH);
    const untried: Claimed[] = [];
    // What one reader is told of one matter goes out in the order in which it happened.
    const readers = grouped(rows, ({ complaintId, recipient }) => `${complaintId} ${recipient}`);
    await inParallel([...readers.values()], MAILS_AT_ONCE, async (mails) => {
      for (const row of mails)
        if (this.mayBegin(row)) await this.sender.deliver(row);
        else untried.push(row);
    });
    await this.outbox.release(untried);
    return rows.length;
  }

  /** Begins no more mails. */
  stop(): void {
    this.stopped = true;
  }

  close(): void {
    this.mailer.close();
  }

  private mayBegin({ claimedAt }: Claimed): boolean {
    return !this.stopped && this.time.now().getTime() - claimedAt.getTime() < BEGIN_WITHIN;
  }

  // Parked for a day, so that what waits for a server that nobody has set up is not looked at every second.
  private async park(): Promise<number> {
    const now = this.time.now().getTime();
    await this.outbox.park('mail', new Date(now + DAY));
    if (this.saidAt === null || now - this.saidAt >= DAY) {
      this.saidAt = now;
      this.log.trouble('mails wait: SMTP_URL is not set');
    }
    return 0;
  }

  private async unpark(): Promise<void> {
    if (this.unparked || this.mailer.way === 'off') return;
    await this.outbox.unpark('mail');
    this.unparked = true;
  }
}
