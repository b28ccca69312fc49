import { Inject, Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { PASSWORD_RESET, ResetTokens, WELCOME, type ResetData } from '../people/reset-tokens.js';
import { Staff } from '../people/staff.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { resetUrl } from './links.js';
import { delivery, type Claimed } from './outbox.js';
import { writeMoment, type Language } from '../platform/moment.js';
import type { Written } from './templates/render.js';
import { languageOf, writeToAccount } from './templates/write.js';

export interface AccountMail {
  email: string | null;
  language: Language;
  written: Written;
}

/** Mails about an account itself. What opens it comes sealed in the row and is open only in the mail. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly tokens: ResetTokens,
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isFor = ({ template }: Claimed) => template === PASSWORD_RESET || template === WELCOME;

  async write(row: Claimed, staffId: string): Promise<AccountMail> {
    const { sealed, expiresAt } = row.data as ResetData;
    const reached = await this.door.read(delivery, (tx) => this.staff.reach(tx, staffId));
    const language = languageOf(reached?.language ?? null);
    const { center, timeZone } = this.city.card;
    const model = {
      center: center.name[language],
      login: reached?.login ?? '',
      url: resetUrl(this.config.publicUrl, this.tokens.unseal(sealed, staffId)),
      validUntil: writeMoment(new Date(expiresAt), language, timeZone),
    };
    return {
      email: reached?.email ?? null,
      language,
      written: writeToAccount(row.template === WELCOME ? WELCOME : PASSWORD_RESET, model, language),
    };
  }
}
