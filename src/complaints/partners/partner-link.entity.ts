import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ComplaintRow } from '../complaint.entity.js';

/** One link that was sent to an agency without accounts, for one matter while it is there. */
@Entity('partner_link')
@Index('partner_link_token', ['tokenHash'], { unique: true })
@Index('partner_link_complaint', ['complaintId', 'madeAt'])
export class PartnerLinkRow {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  agency: string;

  /** The event that brought the matter to the agency; with the next that moves it the link ends. */
  @Column('integer')
  number: number;

  /** SHA-256 in hex; the token itself is in the mail alone. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** 'system', or the id of the operator who sent it. */
  @Column('text', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** How many commands may still be given; reading takes none. */
  @Column('integer', { name: 'uses_left' })
  usesLeft: number;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
