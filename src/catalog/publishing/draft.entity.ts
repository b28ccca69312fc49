import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../../people/staff.entity.js';
import type { CityData } from '../city-data.js';

export const draftStates = ['open', 'published', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

/** A version of one kind of city data that is still being written. */
@Entity('city_draft')
@Check('city_draft_state', `"state" in (${draftStates.map((state) => `'${state}'`).join(', ')})`)
@Check('city_draft_published', `("state" = 'published') = ("published_version" is not null)`)
@Index('city_draft_list', ['kind', 'id'])
export class DraftRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: keyof CityData;

  @Column('text')
  title: string;

  /** Counts its changes, for If-Match. */
  @Column('integer')
  version: number;

  @Column('text')
  state: DraftState;

  /** The published version that it began from. */
  @Column('integer', { name: 'based_on' })
  basedOn: number;

  @Column('jsonb')
  definition: unknown;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('integer', { name: 'published_version', nullable: true })
  publishedVersion: number | null;
}
