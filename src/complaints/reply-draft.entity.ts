import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';
import { StaffRow } from '../people/staff.entity.js';

/** What somebody has written for a case and not sent yet: nobody else's, and no part of the log. */
@Entity('reply_draft')
@Index('reply_draft_of_complaint', ['complaintId'])
export class ReplyDraftRow {
  @ForeignKey(() => StaffRow)
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId: string;

  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  /** The command that it is written for. */
  @PrimaryColumn('text')
  field: string;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
