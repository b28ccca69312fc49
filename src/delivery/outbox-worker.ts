import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Subscription } from 'rxjs';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Lane } from './lane.js';
import { MailRounds } from './mail-rounds.js';
import { SearchFiller } from './search-filler.js';
import { SmsRounds } from './sms/sms-rounds.js';
import { WebhookRounds } from './webhooks/webhook-rounds.js';

const EVERY = 1000;

/** Empties the outbox: at once after a commit, and every second for what falls due or came from elsewhere. */
@Injectable()
export class OutboxWorker
  implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  private readonly lanes: Lane[];
  private timer: NodeJS.Timeout | undefined;
  private commits: Subscription | undefined;

  constructor(
    private readonly mails: MailRounds,
    private readonly search: SearchFiller,
    private readonly sms: SmsRounds,
    private readonly webhooks: WebhookRounds,
    private readonly door: Door,
    @Inject(CONFIG) private readonly config: Config,
    log: Log,
  ) {
    // Lanes apart: a mail server that answers slowly does not keep complaints out of the search. The lane of
    // webhooks calls nobody; it wakes those of the receivers.
    const lane = (name: string, round: () => Promise<number>) =>
      new Lane(round, (error) => log.failure('outbox not reached', error, { lane: name }));
    this.lanes = [
      lane('mail', () => this.mails.round()),
      lane('search', () => this.search.round()),
      lane('sms', () => this.sms.round()),
      lane('webhooks', () => this.webhooks.look()),
    ];
  }

  onApplicationBootstrap(): void {
    if (!this.config.workers) return;
    const wake = () => this.lanes.forEach((lane) => lane.wake());
    this.commits = this.door.committed.subscribe(wake);
    this.timer = setInterval(wake, EVERY).unref();
  }

  /** Works until nothing is due any more, whether or not this process has workers. @returns how many rows */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const rounds = [
        await this.webhooks.round(),
        await this.mails.round(),
        await this.search.round(),
        await this.sms.round(),
      ];
      const done = rounds.reduce((sum, count) => sum + count, 0);
      if (done === 0) return total;
      total += done;
    }
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.commits?.unsubscribe();
    this.mails.stop();
  }

  /** Waits for the mails that are under way. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.stop()));
    await this.webhooks.stop();
    this.mails.close();
  }
}
