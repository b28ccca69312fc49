import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { City } from '../../catalog/city.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { PartnerLinkRow } from './partner-link.entity.js';
import { PartnerTokens } from './partner-tokens.js';

export const partners: Actor = { kind: 'system', name: 'partner links' };

const DAY = 86_400_000;
const VALID_MS = 14 * DAY;
/** Accepting, a few questions, an answer, and the same again after it was sent back. */
const USES = 20;

/** A link that works now. */
export type LiveLink = Pick<
  PartnerLinkRow,
  'id' | 'complaintId' | 'agency' | 'expiresAt' | 'usesLeft'
> & { code: string };

// Where a matter has gone on, or come to its end, its links are dead: whoever moved it need not know of them.
const works = `l.revoked_at is null and l.expires_at > $1 and l.uses_left > 0
  and c.lead = l.agency and c.ended_at is null
  and l.number = (select max(e.number) from complaint_event e where e.complaint_id = c.id
    and e.type in ('assigned', 'returned', 'recalled'))`;

const live = `select l.id, l.complaint_id as "complaintId", l.agency, l.expires_at as "expiresAt",
    l.uses_left as "usesLeft", c.code
  from partner_link l join complaint c on c.id = l.complaint_id where ${works}`;

const used = `with used as (
    update partner_link l set uses_left = l.uses_left - 1 from complaint c
    where c.id = l.complaint_id and l.id = $2 and ${works} returning l.id)
  select id from used`;

/** Where a complaint is with an agency: since which event. */
const assigned = `select c.lead, (select max(e.number) from complaint_event e where e.complaint_id = c.id
    and e.type in ('assigned', 'returned', 'recalled')) as number
  from complaint c where c.id = $1 and c.ended_at is null`;

/** The links of agencies without accounts: made, found, used up, revoked. */
@Injectable()
export class PartnerLinks {
  constructor(
    private readonly door: Door,
    private readonly tokens: PartnerTokens,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** @throws partner.link_refused alike for unknown, expired, revoked and used-up ones, and where the matter has left */
  async find(token: string): Promise<LiveLink> {
    const [link] = await this.door.read(partners, (tx) =>
      tx.query<LiveLink[]>(`${live} and l.token_hash = $2`, [
        this.time.now(),
        this.tokens.hashOf(token),
      ]),
    );
    if (!link || !this.city.agency(link.agency)?.partner)
      throw new DomainError('partner.link_refused');
    return link;
  }

  /** Counts one use, in the transaction of what it is used for. @throws partner.link_refused */
  async use(tx: Tx, id: string): Promise<void> {
    const rows = await tx.query<unknown[]>(used, [this.time.now(), id]);
    if (rows.length === 0) throw new DomainError('partner.link_refused');
  }

  /** The token of a link that works for a matter of an agency, made where there is none; null when it is not there. */
  async tokenFor(complaintId: string, agency: string) {
    return this.door.as(partners, async (tx) => {
      // Two mails at once share one link.
      await tx.query('select 1 from complaint where id = $1 for update', [complaintId]);
      const [known] = await tx.query<LiveLink[]>(
        `${live} and c.id = $2 and l.agency = $3 order by l.expires_at desc limit 1`,
        [this.time.now(), complaintId, agency],
      );
      const link = known ?? (await this.make(tx, complaintId, agency, 'system'));
      return link && { token: this.tokens.tokenOf(link.id), expiresAt: link.expiresAt };
    });
  }

  /** A new link for the agency that has the matter now; null when it is not this one. */
  async make(tx: Tx, complaintId: string, agency: string, madeBy: string) {
    const [at] = await tx.query<{ lead: string | null; number: number }[]>(assigned, [complaintId]);
    if (at?.lead !== agency || !this.city.agency(agency)?.partner) return null;
    const id = randomUUID();
    const madeAt = this.time.now();
    const row: PartnerLinkRow = {
      id,
      complaintId,
      agency,
      number: at.number,
      tokenHash: this.tokens.hashOf(this.tokens.tokenOf(id)),
      madeAt,
      madeBy,
      expiresAt: new Date(madeAt.getTime() + VALID_MS),
      usesLeft: USES,
      revokedAt: null,
    };
    await tx.insert(PartnerLinkRow, row);
    return row;
  }

  /** @returns how many were revoked */
  async revoke(tx: Tx, where: { complaintId: string; id?: string }): Promise<number> {
    const { affected } = await tx.update(
      PartnerLinkRow,
      { ...where, revokedAt: IsNull() },
      { revokedAt: this.time.now() },
    );
    return affected ?? 0;
  }
}
