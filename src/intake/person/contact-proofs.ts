import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { City } from '../../catalog/city.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Identities } from '../../complaints/identities.js';
import { PERSON_CODE, PersonCodes, type PersonCodeData } from '../../complaints/person-codes.js';
import { announce, Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Limits } from '../../platform/limits/limits.js';
import { OutboxRow } from '../../platform/outbox/outbox.entity.js';
import { Time } from '../../platform/time.js';
import { ContactProofRow } from './contact-proof.entity.js';

const VALID_MS = 15 * 60_000;
const MOST_TRIES = 5;

const prover: Actor = { kind: 'system', name: 'contact proofs' };

// Counted before it is compared, so that tries at the same time do not share a count. Around it a select: of an
// update alone TypeORM gives no plain rows.
const tried = `with tried as (
    update contact_proof set tries = tries + 1
    where complaint_id = $1 and tries < $2 and expires_at > $3 returning code_hash)
  select code_hash as "codeHash" from tried`;

/** A right code, not spent yet. */
export type Proven = Pick<ContactProofRow, 'complaintId' | 'codeHash'>;

/** Proof that whoever holds a tracking code also reads the mail that the filer left. */
@Injectable()
export class ContactProofs {
  constructor(
    private readonly door: Door,
    private readonly identities: Identities,
    private readonly codes: PersonCodes,
    private readonly limits: Limits,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** Mails a code when the contact is the one on record; what comes back and how long it takes is the same. */
  async ask(code: string, contact: string): Promise<void> {
    const { id, category } = await this.complaint(code);
    await this.limits.hit('contact_proof', code);
    const filer = await this.identities.open(id);
    const known = this.identities.isMail({ email: filer?.email ?? null }, contact);
    const internal = this.city.category(category)?.internal ?? false;
    const write = (tx: Tx) => this.write(tx, id);
    if (known && !internal) await this.door.as(prover, write);
    else await this.door.probe(prover, write);
  }

  /** Counts a try. @throws proof.refused alike for a wrong, used, expired or worn-out code */
  async check(code: string, given: string): Promise<Proven> {
    const { id: complaintId } = await this.complaint(code);
    const [row] = await this.door.as(prover, (tx) =>
      tx.query<Pick<Proven, 'codeHash'>[]>(tried, [complaintId, MOST_TRIES, this.time.now()]),
    );
    const codeHash = this.codes.hash(complaintId, given);
    if (!row || !timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(codeHash)))
      throw new DomainError('proof.refused');
    return { complaintId, codeHash };
  }

  /** Uses a code up, with the work that it proves. @throws proof.refused when somebody else was first */
  async spend(tx: Tx, proven: Proven): Promise<void> {
    const { affected } = await tx.delete(ContactProofRow, { ...proven });
    if (affected !== 1) throw new DomainError('proof.refused');
  }

  private async complaint(code: string): Promise<ComplaintRow> {
    const row = await this.door.read(prover, (tx) => tx.findOneBy(ComplaintRow, { code }));
    if (!row) throw new DomainError('not_found');
    return row;
  }

  private async write(tx: Tx, complaintId: string): Promise<void> {
    const code = this.codes.make();
    const now = this.time.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const codeHash = this.codes.hash(complaintId, code);
    await tx.upsert(ContactProofRow, { complaintId, codeHash, tries: 0, expiresAt }, [
      'complaintId',
    ]);
    const data: PersonCodeData = {
      sealed: this.codes.seal(complaintId, code),
      expiresAt: expiresAt.toISOString(),
    };
    announce(tx);
    await tx.insert(OutboxRow, {
      key: `${PERSON_CODE}/${uuid()}`,
      channel: 'mail',
      complaintId,
      recipient: 'filer',
      template: PERSON_CODE,
      data: data as object,
      createdAt: now,
      nextAt: now,
    });
  }
}
