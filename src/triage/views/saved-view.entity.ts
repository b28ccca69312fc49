import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../../people/staff.entity.js';
import type { ViewFilter } from './views.dto.js';

/** A list that somebody keeps under a name, alone or for the unit. */
@Entity('saved_view')
@Index('saved_view_of', ['staffId', 'position', 'id'])
@Index('saved_view_shared', ['agency', 'position', 'id'], { where: `"shared"` })
export class SavedViewRow {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  /** The unit that a shared one is for; null: the city's staff. */
  @Column('text', { nullable: true })
  agency: string | null;

  @Column('text')
  name: string;

  @Column('jsonb')
  filter: ViewFilter;

  @Column('boolean')
  shared: boolean;

  @Column('integer')
  position: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
