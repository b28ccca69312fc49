import { Column, Entity, Index, PrimaryColumn, ForeignKey } from 'typeorm';
import { StaffRow } from './staff.entity.js';

/** A signed-in browser. The cookie holds the token, the table only its SHA-256 in hex; `id` is for lists. */
@Entity('session')
@Index('session_staff', ['staffId'])
@Index('session_expiry', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid')
  @Index('session_id', { unique: true })
  id: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** To the minute: written only when a minute has passed. */
  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  /** Browser and system in words; never the whole user agent, never an address. */
  @Column('text', { nullable: true })
  device: string | null;

  /** Whether a second factor was passed in it. */
  @Column('boolean', { name: 'second_factor' })
  secondFactor: boolean;
}
