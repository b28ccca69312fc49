import { Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** A photo or document; its bytes lie in the store under their hash. */
@Entity('attachment')
@Index('attachment_complaint', ['complaintId'])
export class AttachmentRow {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  name: string;

  @Column('text')
  type: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
