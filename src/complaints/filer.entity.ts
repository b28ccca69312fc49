import { Column, Entity, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** Who filed a complaint, apart from everything else that is known of it. */
@Entity('filer')
export class FilerRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  type: 'person' | 'organisation' | 'business';

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;
}
