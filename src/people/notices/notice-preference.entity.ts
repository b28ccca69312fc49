import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

/** When a person is left in peace by mails about cases; who has no row has the usual hours. */
@Entity('notice_preference')
@Check('notice_preference_hours', `"quiet_from" <> "quiet_to"`)
export class NoticePreferenceRow {
  @ForeignKey(() => StaffRow)
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('boolean')
  quiet: boolean;

  /** Local time, 'HH:MM'. */
  @Column('text', { name: 'quiet_from' })
  from: string;

  @Column('text', { name: 'quiet_to' })
  to: string;

  /** On which days quiet begins, 1 (Monday) to 7. */
  @Column('integer', { array: true })
  days: number[];

  /** What waited, or came in a burst, as one mail. */
  @Column('boolean')
  digest: boolean;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
