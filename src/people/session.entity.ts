import { Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { StaffRow } from './staff.entity.js';

/** A signed-in browser. The cookie holds the token, the table only its SHA-256 in hex. */
@Entity('session')
@Index('session_staff', ['staffId'])
@Index('session_expiry', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
