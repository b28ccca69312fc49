import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

/** By whom a provider means one of our staff: the issuer and its subject, never a name or mail address. */
@Entity('staff_identity')
@Index('staff_identity_staff', ['staffId'])
export class StaffIdentityRow {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
