import { roles, type Role } from '#lifecycle';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const inAgency = `"role" in ('agency_head', 'officer')`;

/** A person who works with complaints, in one role and at most one agency. */
@Entity('staff')
@Check('staff_role', `"role" in (${roles.map((role) => `'${role}'`).join(', ')})`)
@Check('staff_agency', `(${inAgency}) = ("agency" is not null)`)
@Index('staff_agency_role', ['agency', 'role'])
export class StaffRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Index('staff_login', { unique: true })
  login: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'language', default: 'vi' })
  language: string;

  /** argon2id, in the PHC string format. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('boolean', { default: true })
  active: boolean;

  /** Since when the person hands everything over; nothing new is given to them from then on. */
  @Column('timestamptz', { name: 'leaving_at', nullable: true })
  leavingAt: Date | null;
}
