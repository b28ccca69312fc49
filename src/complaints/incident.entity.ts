import type { IncidentStatus } from '#incidents';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One event in the world behind many complaints. */
@Entity('incident')
@Check(
  'incident_status',
  `"status" in ('proposed', 'open', 'answered', 'closed', 'merged', 'dissolved')`,
)
@Check('incident_main', `"status" = 'proposed' or "main" is not null`)
@Index('incident_by_status', ['status', 'since', 'id'])
export class IncidentRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Counts what people decide about it and what becomes of it, not who joins by themselves. */
  @Column('integer')
  version: number;

  @Column('text')
  status: IncidentStatus;

  @Column('text')
  title: string;

  /** What whoever files the same is told at once. */
  @Column('text', { name: 'standing_answer', nullable: true })
  standingAnswer: string | null;

  /** The complaint that goes ahead; of a proposed one the first that was seen. */
  @Column('uuid', { nullable: true })
  main: string | null;

  /** The incident that this one was merged into. */
  @Column('uuid', { nullable: true })
  into: string | null;

  /** The group of categories. */
  @Column('text', { nullable: true })
  family: string | null;

  @Column('text', { array: true })
  wards: string[];

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { nullable: true })
  lon: number | null;

  @Column('integer', { name: 'radius_meters', nullable: true })
  radiusMeters: number | null;

  /** When the first of it was filed. */
  @Column('timestamptz')
  since: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** How many complaints, and how many people behind them. */
  @Column('integer', { default: 0 })
  members: number;

  @Column('integer', { default: 0 })
  reporters: number;

  /** Whoever files the same near it joins by itself. */
  @Column('boolean', { default: false })
  gathering: boolean;

  /** It has a banner on the public page. */
  @Column('boolean', { default: false })
  published: boolean;

  /** Why it was proposed, in words. */
  @Column('jsonb')
  reasons: { vi: string; en: string }[];
}
