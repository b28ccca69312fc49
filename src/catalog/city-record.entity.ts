import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../people/staff.entity.js';
import type { CityData } from './city-data.js';

/** One file of a city's folder as loaded; a changed file is a new version beside the old one. */
@Entity('city_record')
export class CityRecordRow {
  @PrimaryColumn('text')
  kind: keyof CityData;

  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  definition: unknown;

  /** SHA-256 in hex of the file. */
  @Column('text')
  digest: string;

  @Column('timestamptz', { name: 'loaded_at' })
  loadedAt: Date;

  /** From when it holds; null: from its loading on. */
  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom: Date | null;

  /** Who published it; null: it came with the city's folder. */
  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  /** The number of the decision that it rests on. */
  @Column('text', { nullable: true })
  document: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}
