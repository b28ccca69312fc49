import { Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** What the search finds a complaint by; filled after the filing, from the outbox. */
@Entity('complaint_search')
export class ComplaintSearchRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Index('complaint_search_document', { synchronize: false })
  @Column('tsvector')
  document: string;
}
