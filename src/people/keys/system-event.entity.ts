import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

export const systemEvents = [
  'key_made',
  'key_rotated',
  'key_revoked',
  'webhook_made',
  'webhook_changed',
  'webhook_rotated',
  'webhook_paused',
  'webhook_resumed',
  'webhook_ended',
] as const;
export type SystemEvent = (typeof systemEvents)[number];

/** One change of a key or a receiver of webhooks; appended in the transaction of the change, never touched again. */
@Entity('system_event')
@Index('system_event_of', ['subject', 'seq'])
@Index('system_event_audit', ['at', 'seq'])
export class SystemEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  /** The key or the receiver. */
  @Column('uuid')
  subject: string;

  @Column('text')
  name: string;

  @Column('text')
  type: SystemEvent;

  @Column('timestamptz')
  at: Date;

  /** Null: the program itself, as when a receiver fails for long. */
  @ForeignKey(() => StaffRow)
  @Column('uuid', { nullable: true })
  by: string | null;

  /** What was given or changed; never a secret. */
  @Column('jsonb')
  data: Record<string, unknown>;
}
