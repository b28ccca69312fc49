import { Check, Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** What the scanner for malware says of a file; the last two are not given out. */
export const scans = ['clean', 'not_scanned', 'quarantined', 'infected'] as const;
export type Scan = (typeof scans)[number];

export const withheld: readonly Scan[] = ['quarantined', 'infected'];

/** A photo or document; its bytes lie in the store under their hash. */
@Entity('attachment')
@Index('attachment_complaint', ['complaintId'])
@Index('attachment_sha256', ['sha256'])
@Index('attachment_quarantined', ['sha256'], { where: `"scan" = 'quarantined'` })
@Check('attachment_scan', `"scan" in ('clean', 'not_scanned', 'quarantined', 'infected')`)
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

  @Column('text', { default: 'not_scanned' })
  scan: Scan;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
