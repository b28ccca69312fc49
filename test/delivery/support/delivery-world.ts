import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { City } from '../../../src/catalog/city.js';
import { PartnerLinks } from '../../../src/complaints/partners/partner-links.js';
import { PartnerTokens } from '../../../src/complaints/partners/partner-tokens.js';
import { PersonCodes } from '../../../src/complaints/person-codes.js';
import { DraftKinds } from '../../../src/catalog/publishing/draft-kinds.js';
import { AccountMails } from '../../../src/delivery/account-mails.js';
import { MailDrafts } from '../../../src/delivery/mail-drafts.js';
import { Access } from '../../../src/complaints/access.js';
import { Masking } from '../../../src/complaints/masking.js';
import { Identities } from '../../../src/complaints/identities.js';
import { addKey } from '../../../src/complaints/identity-keys.js';
import { DeadLetters } from '../../../src/delivery/dead-letters.js';
import { DeliveryStatus } from '../../../src/delivery/delivery-status.js';
import { DutyRoster } from '../../../src/delivery/duty-roster.js';
import { Facts } from '../../../src/delivery/facts.js';
import { MailRounds } from '../../../src/delivery/mail-rounds.js';
import { MailSender } from '../../../src/delivery/mail-sender.js';
import { MailWriter } from '../../../src/delivery/mail-writer.js';
import { Mailbox } from '../../../src/delivery/mailbox.js';
import { Mailer } from '../../../src/delivery/mailer.js';
import { Outbox } from '../../../src/delivery/outbox.js';
import { OutboxWorker } from '../../../src/delivery/outbox-worker.js';
import { SmsGateway } from '../../../src/delivery/sms/sms-gateway.js';
import { SmsRounds } from '../../../src/delivery/sms/sms-rounds.js';
import { SmsSender } from '../../../src/delivery/sms/sms-sender.js';
import { Placing } from '../../../src/delivery/placing.js';
import { RightOfWay } from '../../../src/delivery/right-of-way.js';
import { SearchFiller } from '../../../src/delivery/search-filler.js';
import { Summaries } from '../../../src/delivery/summaries.js';
import { FanOut } from '../../../src/delivery/webhooks/fan-out.js';
import { ReceiverMails } from '../../../src/delivery/webhooks/receiver-mails.js';
import { ReceiverStanding } from '../../../src/delivery/webhooks/receiver-standing.js';
import { WebhookSecrets } from '../../../src/delivery/webhooks/secrets.js';
import { WebhookSender } from '../../../src/delivery/webhooks/sender.js';
import { WebhookRounds } from '../../../src/delivery/webhooks/webhook-rounds.js';
import { WebhookStatus } from '../../../src/delivery/webhooks/webhook-status.js';
import { MorningList } from '../../../src/deadlines/morning-list.js';
import { NoticePreferences } from '../../../src/people/notices/notice-preferences.js';
import { ResetTokens } from '../../../src/people/reset-tokens.js';
import { Staff } from '../../../src/people/staff.js';
import { readConfig } from '../../../src/platform/config/config.js';
import { Door } from '../../../src/platform/database/door.js';
import { Log } from '../../../src/platform/logging/log.js';
import { newIdentityKey } from '../../../src/platform/sealing/identity-key.js';
import { Keyring } from '../../../src/platform/sealing/keyring.js';
import { cloneDatabase, openSource, type ClonedDatabase } from '../../world/database.js';
import { ManualTime } from '../../world/manual-time.js';

type Environment = Record<string, string>;

export interface Program {
  outbox: Outbox;
  placing: Placing;
  worker: OutboxWorker;
  status: DeliveryStatus;
  letters: DeadLetters;
  mailbox: Mailbox;
  door: Door;
  drain(): Promise<number>;
  stop(): Promise<void>;
}

/** A database of its own, and as many delivering programs on it as a story needs. */
export class DeliveryWorld {
  readonly time = new ManualTime(new Date('2026-11-24T03:00:00.000Z'));
  private readonly secretKey = randomBytes(32);
  private readonly programs: Program[] = [];

  private constructor(
    private readonly database: ClonedDatabase,
    readonly identities: Identities,
    readonly source: DataSource,
    readonly city: City,
  ) {}

  static async start(): Promise<DeliveryWorld> {
    const database = await cloneDatabase();
    const source = await openSource(database.address);
    const keyring = Keyring.of(newIdentityKey());
    await addKey(source.manager, keyring.present.id);
    const identities = new Identities(new Door(source), keyring);
    return new DeliveryWorld(database, identities, source, await City.load(source));
  }

  /** One running program, put together as its module does; the environment says how it delivers. */
  program(environment: Environment = {}): Program {
    const { time, city, identities } = this;
    const config = readConfig({ WORKERS: 'off', PUBLIC_URL: 'https://dm.example', ...environment });
    const log = new Log('silent');
    const door = new Door(this.source);
    const outbox = new Outbox(door, time);
    const mailer = new Mailer(config);
    const tokens = new ResetTokens(this.secretKey);
    const accounts = new AccountMails(door, new Staff(), tokens, city, config);
    const masking = new Masking(new Access(city));
    const facts = new Facts(door);
    const summaries = new Summaries(
      door,
      new Staff(),
      facts,
      new MorningList(door, time),
      city,
      time,
      config,
    );
    const writer = new MailWriter(
      facts,
      identities,
      city,
      accounts,
      masking,
      new PersonCodes(this.secretKey),
      summaries,
      new PartnerLinks(door, new PartnerTokens(this.secretKey), city, time),
      new ReceiverMails(door, new Staff(), city, config),
      new MailDrafts(new DraftKinds(), city),
      config,
    );
    const roster = new DutyRoster(door, outbox, time, city);
    const placing = new Placing(door, new NoticePreferences(door, time), city, time);
    const sender = new MailSender(outbox, roster, placing, writer, mailer, time, log);
    const way = new RightOfWay(door, time, config);
    const mails = new MailRounds(outbox, sender, mailer, way, time, log);
    const search = new SearchFiller(door, outbox, time, log);
    const gateway = new SmsGateway(config);
    const smsSender = new SmsSender(outbox, facts, identities, gateway, config, log);
    const sms = new SmsRounds(outbox, smsSender, gateway, time);
    const webhooks = new WebhookRounds(
      door,
      outbox,
      new FanOut(door, city, time, config),
      new WebhookSender(
        outbox,
        new WebhookSecrets(this.secretKey),
        new ReceiverStanding(door, time, log),
        time,
        log,
        config,
      ),
      new WebhookStatus(door, time),
      time,
      log,
    );
    const worker = new OutboxWorker(mails, search, sms, webhooks, door, config, log);
    const started: Program = {
      door,
      outbox,
      placing,
      worker,
      status: new DeliveryStatus(door, time, mailer),
      letters: new DeadLetters(door, time, log),
      mailbox: new Mailbox(door, city, config),
      drain: () => worker.drain(),
      stop: async () => {
        worker.onModuleDestroy();
        await worker.beforeApplicationShutdown();
      },
    };
    worker.onApplicationBootstrap();
    this.programs.push(started);
    return started;
  }

  async stopPrograms(): Promise<void> {
    for (const program of this.programs.splice(0)) await program.stop();
  }

  async end(): Promise<void> {
    await this.stopPrograms();
    await this.source.destroy();
    await this.database.drop();
  }
}
