import type { Actor } from '#lifecycle';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { IncidentRow } from './incident.entity.js';

export const incidentEventTypes = [
  'proposed',
  'confirmed',
  'dismissed',
  'opened',
  'joined',
  'left',
  'main_changed',
  'merged',
  'took_in',
  'split_off',
  'worded',
  'answered',
  'closed',
  'dissolved',
] as const;
export type IncidentEventType = (typeof incidentEventTypes)[number];

/** One change of one incident; appended in the transaction of the change, never touched again. */
@Entity('incident_event')
@Index('incident_event_of', ['incidentId', 'seq'])
export class IncidentEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @ForeignKey(() => IncidentRow)
  @Column('uuid', { name: 'incident_id' })
  incidentId: string;

  @Column('text')
  type: IncidentEventType;

  @Column('timestamptz')
  at: Date;

  @Column('jsonb')
  actor: Actor;

  /** Which complaints, which incidents, why; no words of a filer. */
  @Column('jsonb')
  data: Record<string, unknown>;
}
