import { identityFields, type Actor, type IdentityField } from '#lifecycle';
import { normalMail, normalPhone } from '#privacy';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { markOf } from '../platform/sealing/identity-key.js';
import { Keyring } from '../platform/sealing/keyring.js';
import { SealError } from '../platform/sealing/seal.js';
import { FilerRow, KEY_KNOWN } from './filer.entity.js';

/** What is known of the person behind a complaint. */
export interface Identity {
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  /** The browser's own words, where the privacy class lets them be kept. */
  device: string | null;
}

export type Corrections = { [F in IdentityField]?: string | undefined };

export type Filer = Identity & Pick<FilerRow, 'type'>;

/** What is read to open a filer. */
export type SealedFiler = Pick<FilerRow, 'complaintId' | 'type' | 'sealed'>;

export const archivist: Actor = { kind: 'system', name: 'identities' };

const placeOf = (complaintId: string) => `filer.sealed.${complaintId}`;

/** The one way to who filed a complaint. Who may know is asked before, by Access or by a reveal. */
@Injectable()
export class Identities {
  constructor(
    private readonly door: Door,
    private readonly keyring: Keyring,
  ) {}

  /** The row of a filer, sealed for its complaint alone. */
  seal(complaintId: string, { type, ...filer }: Filer): FilerRow {
    const { name, phone, email, address, device } = filer;
    const { present } = this.keyring;
    const identity: Identity = { name, phone, email, address, device };
    return {
      complaintId,
      type,
      key: present.id,
      sealed: this.keyring.seal(placeOf(complaintId), JSON.stringify(identity)),
      contactPhone: phone && markOf(present, 'phone', normalPhone(phone)),
      contactMail: email && markOf(present, 'mail', normalMail(email)),
    };
  }

  /** Who filed; null when nobody said. In a transaction of its own. @throws identity.unreadable */
  async open(complaintId: string): Promise<Filer | null> {
    const row = await this.door.read(archivist, (tx) => tx.findOneBy(FilerRow, { complaintId }));
    try {
      return row && (await this.unseal(row));
    } catch (error) {
      if (error instanceof SealError) throw new DomainError('identity.unreadable');
      throw error;
    }
  }

  /** Keyed hashes by which filers with this phone number are found, one for each key. */
  phoneMarks(phone: string): string[] {
    return this.keyring.all.map((key) => markOf(key, 'phone', normalPhone(phone)));
  }

  /** Whether mail written to the given address reaches the filer: the same one, however it is spelt. */
  isMail({ email }: Pick<Identity, 'email'>, given: string): boolean {
    const mark = (address: string) =>
      Buffer.from(markOf(this.keyring.present, 'mail', normalMail(address)));
    // By keyed hashes of one length: how long the comparison takes tells nothing of either address.
    const equal = timingSafeEqual(mark(email ?? ''), mark(given));
    return equal && email !== null;
  }

  /** Seals a filer anew with what was put right; what is not given stays. @throws SealError */
  async correct(tx: Tx, complaintId: string, changes: Corrections): Promise<Filer> {
    const row = await tx.findOneByOrFail(FilerRow, { complaintId });
    const corrected = { ...(await this.unseal(row)) };
    for (const field of identityFields) corrected[field] = changes[field] ?? corrected[field];
    const { key, sealed, contactPhone, contactMail } = this.seal(complaintId, corrected);
    await tx.update(FilerRow, { complaintId }, { key, sealed, contactPhone, contactMail });
    return corrected;
  }

  /** @throws SealError */
  async unseal({ complaintId, type, sealed }: SealedFiler): Promise<Filer> {
    const text = await this.keyring.unseal(placeOf(complaintId), sealed);
    return { ...(JSON.parse(text) as Identity), type };
  }

  /** Does a piece of work that seals, and once more when the key was retired by a rotation meanwhile. */
  async sealing<T>(work: () => Promise<T>): Promise<T> {
    const { present } = this.keyring;
    try {
      return await work();
    } catch (error) {
      if ((error as { constraint?: unknown }).constraint !== KEY_KNOWN) throw error;
      await this.keyring.reload();
      if (this.keyring.present.id === present.id) throw error;
      return work();
    }
  }

  /** Keyed hashes by which a text with an identity in it is known again; the first is the one to keep. */
  marksOf(text: string): string[] {
    return this.keyring.all.map((key) => markOf(key, 'request', text));
  }
}
