import { Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** The free text of an event, apart from the log that holds its digest only. */
@Entity('message')
@Index('message_event', ['complaintId', 'number'], { unique: true })
export class MessageRow {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  /** The number of the event that it belongs to. */
  @Column('integer')
  number: number;

  /** Who may read it: the filer and staff, or staff alone. */
  @Column('text')
  audience: 'filer' | 'staff';

  @Column('text')
  text: string;

  /** An answer's parts, where the text is one. */
  @Column('jsonb', { nullable: true })
  parts: Record<string, unknown> | null;
}
