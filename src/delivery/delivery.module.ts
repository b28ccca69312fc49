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
import { SmsGateway } from './sms/sms-gateway.js';
import { SmsRounds } from './sms/sms-rounds.js';
import { SmsSender } from './sms/sms-sender.js';
import { Summaries } from './summaries.js';
import { FanOut } from './webhooks/fan-out.js';
import { ReceiverList } from './webhooks/receiver-list.js';
import { ReceiverMails } from './webhooks/receiver-mails.js';
import { ReceiverStanding } from './webhooks/receiver-standing.js';
import { Receivers } from './webhooks/receivers.js';
import { WebhookSecrets } from './webhooks/secrets.js';
import { WebhookSender } from './webhooks/sender.js';
import { WebhookRounds } from './webhooks/webhook-rounds.js';
import { WebhookStatus } from './webhooks/webhook-status.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({
  imports: [ComplaintsModule, DeadlinesModule],
  controllers: [
    DeadLettersController,
    MailboxController,
    MailTemplatesController,
    WebhooksController,
  ],
  providers: [
    AccountMails,
    DeadLetters,
    DeliveryStatus,
    DutyRoster,
    Facts,
    FanOut,
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
    ReceiverList,
    ReceiverMails,
    Receivers,
    ReceiverStanding,
    RightOfWay,
    SearchFiller,
    SmsGateway,
    SmsRounds,
    SmsSender,
    Summaries,
    WebhookRounds,
    WebhookSecrets,
    WebhookSender,
    WebhookStatus,
  ],
  exports: [DeliveryStatus, OutboxWorker, WebhookStatus],
})
export class DeliveryModule {}
