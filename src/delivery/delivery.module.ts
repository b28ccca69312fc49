import { Module } from '@nestjs/common';
import { AccountMails } from './account-mails.js';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { DeadLetters } from './dead-letters.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeliveryStatus } from './delivery-status.js';
import { DutyRoster } from './duty-roster.js';
import { Facts } from './facts.js';
import { MailRounds } from './mail-rounds.js';
import { MailSender } from './mail-sender.js';
import { MailDrafts } from './mail-drafts.js';
import { MailWriter } from './mail-writer.js';
import { Mailbox } from './mailbox.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailer } from './mailer.js';
import { Outbox } from './outbox.js';
import { OutboxWorker } from './outbox-worker.js';
import { Placing } from './placing.js';
import { MailPreviews } from './previews/mail-previews.js';
import { MailTemplatesController } from './previews/mail-templates.controller.js';
import { RightOfWay } from './right-of-way.js';
import { SearchFiller } from './search-filler.js';
import { Summaries } from './summaries.js';

@Module({
  imports: [ComplaintsModule, DeadlinesModule],
  controllers: [DeadLettersController, MailboxController, MailTemplatesController],
  providers: [
    AccountMails,
    DeadLetters,
    DeliveryStatus,
    DutyRoster,
    Facts,
    Mailbox,
    Mailer,
    MailDrafts,
    MailPreviews,
    MailRounds,
    MailSender,
    MailWriter,
    Outbox,
    OutboxWorker,
    Placing,
    RightOfWay,
    SearchFiller,
    Summaries,
  ],
  exports: [DeliveryStatus, OutboxWorker],
})
export class DeliveryModule {}
