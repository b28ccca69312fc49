import { Injectable } from '@nestjs/common';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { DutyRoster } from './duty-roster.js';
import { KeptMailRow } from './kept-mail.entity.js';
import { MailWriter, type Unwritten } from './mail-writer.js';
import { Mailer, MailFailure, type Mail } from './mailer.js';
import { Outbox, type Claimed } from './outbox.js';
import { MAX_ATTEMPTS } from './pauses.js';

/** Brings one claimed mail row to its end. */
@Injectable()
export class MailSender {
  constructor(
    private readonly outbox: Outbox,
    private readonly roster: DutyRoster,
    private readonly writer: MailWriter,
    private readonly mailer: Mailer,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Never throws: a row that could not be settled is taken again when its lease is over. */
  async deliver(row: Claimed): Promise<void> {
    try {
      if (row.attempts > MAX_ATTEMPTS) await this.outbox.dead(row, 'too many attempts');
      else if (row.recipient.startsWith('duty:')) await this.roster.share(row);
      else {
        await this.roster.tellStandIn(row);
        await this.deliverTo(row, await this.writer.write(row));
      }
    } catch (error) {
      this.log.failure('outbox row not settled', error, { row: row.id });
    }
  }

  private async deliverTo(row: Claimed, mail: Mail | Unwritten): Promise<void> {
    if (mail === 'unknown template') return this.outbox.dead(row, mail);
    if (typeof mail === 'string') return this.outbox.sent(row, mail);
    if (this.mailer.way === 'kept') return this.keep(row, mail);
    try {
      await this.mailer.send(mail);
    } catch (error) {
      return this.refused(row, error as MailFailure);
    }
    await this.outbox.sent(row);
  }

  private keep(row: Claimed, { to, subject, text, html, messageId }: Mail): Promise<void> {
    const sentAt = this.time.now();
    return this.outbox.sent(row, null, (tx) =>
      tx.insert(KeptMailRow, { to, subject, text, html, messageId, sentAt }),
    );
  }

  private refused(row: Claimed, { short, permanent }: MailFailure): Promise<void> {
    this.log.trouble('mail not taken', { row: row.id, attempt: row.attempts, error: short });
    return permanent ? this.outbox.dead(row, short) : this.outbox.failed(row, short);
  }
}
