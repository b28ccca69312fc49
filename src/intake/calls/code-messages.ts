import type { Actor } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Identities } from '../../complaints/identities.js';
import { actorOf, type Caller } from '../../people/caller.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OutboxRow } from '../../platform/outbox/outbox.entity.js';
import { Time } from '../../platform/time.js';

const sender: Actor = { kind: 'system', name: 'code messages' };

export const smsWays = ['ready', 'no_phone', 'off'] as const;
export type SmsWay = (typeof smsWays)[number];

/** The tracking code by SMS, to the number that the filer has left and to no other. */
@Injectable()
export class CodeMessages {
  constructor(
    private readonly door: Door,
    private readonly identities: Identities,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether it can go by SMS to whoever left this number. */
  wayTo(phone: string | undefined): SmsWay {
    if (this.config.smsGatewayUrl === undefined) return 'off';
    return phone ? 'ready' : 'no_phone';
  }

  /** Once for a complaint, however often it is asked for. @throws sms.not_possible, not_found */
  async send(caller: Caller, code: string): Promise<void> {
    const row = await this.door.read(actorOf(caller), (tx) => tx.findOneBy(ComplaintRow, { code }));
    if (!row) throw new DomainError('not_found');
    const filer = await this.identities.open(row.id);
    if (this.wayTo(filer?.phone ?? undefined) !== 'ready')
      throw new DomainError('sms.not_possible');
    const now = this.time.now();
    await this.door.as(sender, (tx) =>
      tx
        .createQueryBuilder()
        .insert()
        .into(OutboxRow)
        .values({
          key: `sms:code:${row.id}`,
          channel: 'sms',
          complaintId: row.id,
          recipient: 'filer',
          template: 'code',
          data: { number: 1 },
          createdAt: now,
          nextAt: now,
        })
        .orIgnore()
        .execute(),
    );
  }
}
