import { normalPhone } from '#privacy';
import { Inject, Injectable } from '@nestjs/common';
import { followUrl } from '../../complaints/follow-url.js';
import { Identities } from '../../complaints/identities.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Log } from '../../platform/logging/log.js';
import { sha256 } from '../../platform/sha256.js';
import { Facts } from '../facts.js';
import { Outbox, type Claimed } from '../outbox.js';
import { MAX_ATTEMPTS } from '../pauses.js';
import { languageOf } from '../templates/write.js';
import { SmsFailure, SmsGateway, type Sms } from './sms-gateway.js';
import { codeText } from './sms-words.js';

/** Brings one claimed row of SMS to its end; the recipient becomes a number only here. */
@Injectable()
export class SmsSender {
  constructor(
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly identities: Identities,
    private readonly gateway: SmsGateway,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Never throws: a row that could not be settled is taken again when its lease is over. */
  async deliver(row: Claimed): Promise<void> {
    try {
      if (row.attempts > MAX_ATTEMPTS) return await this.outbox.dead(row, 'too many attempts');
      const sms = await this.write(row);
      if (typeof sms === 'string') return await this.outbox.sent(row, sms);
      await this.gateway.send(sms);
      await this.outbox.sent(row);
    } catch (error) {
      if (error instanceof SmsFailure) await this.refused(row, error);
      else this.log.failure('outbox row not settled', error, { row: row.id });
    }
  }

  private async write(row: Claimed): Promise<Sms | 'no number' | 'nothing to tell'> {
    const facts = await this.facts.forFiler(row);
    if (!facts || row.complaintId === null) return 'nothing to tell';
    const phone = (await this.identities.open(row.complaintId))?.phone ?? null;
    if (phone === null) return 'no number';
    const url = followUrl(this.config.publicUrl, facts.code);
    const text = codeText(languageOf(facts.language), facts.code, url);
    return { to: normalPhone(phone), text, reference: sha256(row.key) };
  }

  private refused(row: Claimed, { short, permanent }: SmsFailure): Promise<void> {
    this.log.trouble('sms not taken', { row: row.id, attempt: row.attempts, error: short });
    return permanent ? this.outbox.dead(row, short) : this.outbox.failed(row, short);
  }
}
