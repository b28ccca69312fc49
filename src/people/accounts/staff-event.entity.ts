import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

export const staffEvents = [
  'created',
  'changed',
  'link_sent',
  'ended',
  'restored',
  'left',
  'sessions_ended',
  'second_factor_on',
  'second_factor_off',
  'second_factor_reset',
  'password_changed',
  'password_reset',
] as const;
export type StaffEvent = (typeof staffEvents)[number];

/** One change of one account; appended in the transaction of the change, never touched again. */
@Entity('staff_event')
@Index('staff_event_of', ['staffId', 'seq'])
@Index('staff_event_audit', ['at', 'seq'])
export class StaffEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('text')
  type: StaffEvent;

  @Column('timestamptz')
  at: Date;

  /** Null: the command line, or a mailed link. */
  @ForeignKey(() => StaffRow)
  @Column('uuid', { nullable: true })
  by: string | null;

  /** What is other than before; never a password, a secret or an address. */
  @Column('jsonb')
  data: Record<string, unknown>;
}
