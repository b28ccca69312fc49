import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffRow } from './staff.entity.js';

/** A person's codes by time (RFC 6238). Both secrets are sealed with the person's id. */
@Entity('second_factor')
export class SecondFactorRow {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  @ForeignKey(() => StaffRow)
  staffId: string;

  /** null: not on yet. */
  @Column('text', { nullable: true })
  secret: string | null;

  /** Shown at an enrolment that is not confirmed yet. */
  @Column('text', { nullable: true })
  pending: string | null;

  @Column('timestamptz', { name: 'pending_at', nullable: true })
  pendingAt: Date | null;

  /** The time step of the last code that was accepted; only later ones are. */
  @Column('integer', { name: 'last_step', nullable: true })
  lastStep: number | null;

  /** SHA-256 of the recovery codes that are left. */
  @Column('text', { name: 'recovery_codes', array: true })
  recoveryCodes: string[];
}
