import { Inject, Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { Staff } from '../../people/staff.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door } from '../../platform/database/door.js';
import { writeMoment } from '../../platform/moment.js';
import type { AccountMail } from '../account-mails.js';
import { delivery, type Claimed } from '../outbox.js';
import { languageOf, writeToAdministrator } from '../templates/write.js';

export const WEBHOOK_PAUSED = 'staff_webhook_paused';

interface Paused {
  webhook: string;
  name: string;
  since: string;
}

/** The alert to administrators that a receiver was paused. */
@Injectable()
export class ReceiverMails {
  constructor(
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isFor = ({ template }: Claimed) => template === WEBHOOK_PAUSED;

  async write(row: Claimed, staffId: string): Promise<AccountMail> {
    const { webhook, name, since } = row.data as unknown as Paused;
    const reached = await this.door.read(delivery, (tx) => this.staff.reach(tx, staffId));
    const language = languageOf(reached?.language ?? null);
    const { center, timeZone } = this.city.card;
    const model = {
      center: center.name[language],
      receiver: name,
      since: writeMoment(new Date(since), language, timeZone),
      url: `${this.config.publicUrl}/admin/webhooks/${webhook}`,
    };
    return {
      email: reached?.email ?? null,
      language,
      written: writeToAdministrator(WEBHOOK_PAUSED, model, language),
    };
  }
}
