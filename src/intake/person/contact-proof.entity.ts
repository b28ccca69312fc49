import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ComplaintRow } from '../../complaints/complaint.entity.js';

/** The one-time code that a filer was mailed last; gone once it is used. */
@Entity('contact_proof')
export class ContactProofRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  /** Keyed hash; the code itself is in the mail alone. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** How often a code was tried. */
  @Column('integer')
  tries: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
