import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { actorOf, type Caller } from '../../people/caller.js';
import { announce, Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OutboxRow } from '../../platform/outbox/outbox.entity.js';
import { Time } from '../../platform/time.js';
import { Access } from '../access.js';
import type { Seen } from '../case-commands.js';
import { Stale } from '../ledger.js';
import { PartnerLinkRow } from './partner-link.entity.js';
import { partners, PartnerLinks } from './partner-links.js';
import type { PartnerLinkView } from './partner.dto.js';

const MOST = 100;

/** What the center does with the links of a case. */
@Injectable()
export class PartnerDesk {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly links: PartnerLinks,
    private readonly time: Time,
  ) {}

  async list(caller: Caller, id: string): Promise<PartnerLinkView[]> {
    await this.seen(caller, id);
    const rows = await this.door.read(partners, (tx) =>
      tx.find(PartnerLinkRow, {
        where: { complaintId: id },
        order: { madeAt: 'DESC', id: 'DESC' },
        take: MOST,
      }),
    );
    return rows.map((row) => ({
      id: row.id,
      agency: row.agency,
      madeAt: row.madeAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      usesLeft: row.usesLeft,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  }

  /** A new link goes to the agency's address; the ones before it end. @throws partner.none, Stale */
  async send(caller: Caller, { id, version }: Seen): Promise<PartnerLinkView[]> {
    const { lead, version: present } = await this.seen(caller, id);
    if (present !== version) throw new Stale();
    await this.door.as(partners, async (tx) => {
      await this.links.revoke(tx, { complaintId: id });
      const link = lead === null ? null : await this.links.make(tx, id, lead, caller.id);
      if (!link) throw new DomainError('partner.none');
      const now = this.time.now();
      const recipient = `partner:${link.agency}`;
      announce(tx);
      await tx.insert(OutboxRow, {
        key: `${id}/partner/${randomUUID()}/${recipient}`,
        channel: 'mail',
        complaintId: id,
        recipient,
        template: 'staff_assigned',
        data: { number: link.number },
        createdAt: now,
        nextAt: now,
      });
    });
    return this.list(caller, id);
  }

  /** @throws not_found for a link of another case, or one that was revoked before */
  async revoke(caller: Caller, complaintId: string, id: string): Promise<PartnerLinkView[]> {
    await this.seen(caller, complaintId);
    const count = await this.door.as(partners, (tx) => this.links.revoke(tx, { complaintId, id }));
    if (count === 0) throw new DomainError('not_found');
    return this.list(caller, complaintId);
  }

  private seen(caller: Caller, id: string) {
    return this.door.read(actorOf(caller), (tx) => this.access.require(tx, id));
  }
}
