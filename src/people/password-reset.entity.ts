import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from './staff.entity.js';

/** A mailed link to set a new password; gone once it is used. The mail holds the token, the table its SHA-256. */
@Entity('password_reset')
@Index('password_reset_staff', ['staffId'])
export class PasswordResetRow {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
