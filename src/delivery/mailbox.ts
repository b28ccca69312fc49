import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { City } from '../catalog/city.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { KeptMailRow } from './kept-mail.entity.js';
import { listPage, mailPage, pageStyle } from './mailbox-page.js';
import { delivery } from './outbox.js';
import { mailStyle } from './templates/render.js';

const PAGE = 50;

/** The mails that the demo keeps. Every method throws not_found outside the demo. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(before: string | null): Promise<string> {
    this.requireDemo();
    const mails = await this.door.read(delivery, (tx) =>
      tx.find(KeptMailRow, {
        where: before === null ? {} : { id: LessThan(before) },
        order: { id: 'DESC' },
        take: PAGE + 1,
      }),
    );
    const shown = mails.slice(0, PAGE);
    const older = mails.length > PAGE ? (shown.at(-1)?.id ?? null) : null;
    return listPage(shown, older, this.city.card.timeZone);
  }

  async one(id: string): Promise<string> {
    this.requireDemo();
    const mail = await this.door.read(delivery, (tx) => tx.findOneBy(KeptMailRow, { id }));
    if (!mail) throw new DomainError('not_found');
    return mailPage(mail, this.city.card.timeZone, this.config.publicUrl);
  }

  pageStyle(): string {
    this.requireDemo();
    return pageStyle;
  }

  /** The stylesheet that stands in every mail, for mails that are shown here. */
  mailStyle(): string {
    this.requireDemo();
    return mailStyle;
  }

  private requireDemo(): void {
    if (!this.config.demo) throw new DomainError('not_found');
  }
}
