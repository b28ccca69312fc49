import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';
import { IdentityKeyRow } from './identity-key.entity.js';

export const filerTypes = ['person', 'organisation', 'business'] as const;

/** The constraint by which the database refuses an identity under a key that has been retired. */
export const KEY_KNOWN = 'filer_key_known';

/** Who filed a complaint, sealed; read by Identities alone. */
@Entity('filer')
@Check('filer_sealed', `split_part("sealed", '.', 2) = "key"`)
export class FilerRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  type: (typeof filerTypes)[number];

  /** Id of the key that it is sealed with. */
  @ForeignKey(() => IdentityKeyRow, { name: KEY_KNOWN })
  @Column('text')
  @Index('filer_key')
  key: string;

  /** Name, phone, mail, address and device as JSON; opens with the key and in this row only. */
  @Column('text')
  sealed: string;

  /** Keyed hash of the phone number: finds the same caller without opening anything. */
  @Column('text', { name: 'contact_phone', nullable: true })
  @Index('filer_contact_phone', { where: '"contact_phone" is not null' })
  contactPhone: string | null;

  @Column('text', { name: 'contact_mail', nullable: true })
  @Index('filer_contact_mail', { where: '"contact_mail" is not null' })
  contactMail: string | null;
}
