import { Column, Entity, PrimaryColumn } from 'typeorm';
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
}
