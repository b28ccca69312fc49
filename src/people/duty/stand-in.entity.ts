import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

/**
 * Who stands in for whom and when (trực thay, ủy quyền). That both are active colleagues, one at a time and never in
 * a circle, is held by the trigger `stand_in_fits`.
 */
@Entity('stand_in')
@Check('stand_in_other', `"absent_id" <> "stand_in_id"`)
@Check('stand_in_time', `"starts_at" < "ends_at"`)
@Index('stand_in_absent', ['absentId', 'endsAt'])
@Index('stand_in_by', ['standInId', 'endsAt'])
export class StandInRow {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'absent_id' })
  absentId: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'stand_in_id' })
  standInId: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Null when it was made by the command line. */
  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** When it was ended before its time. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
