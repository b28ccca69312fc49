import type { ClockKind, Move, Pause, Span } from '#deadlines';
import type { Words } from '#lifecycle';
import { Column, Entity, PrimaryColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** A running or ended promise of a complaint. */
@Entity('clock')
export class ClockRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: ClockKind;

  @Column('text', { name: 'owed_to' })
  owedTo: string;

  @Column('text')
  unit: string;

  @Column('jsonb', { default: [] })
  spans: Span[];

  @Column('text')
  limit: string;

  /** The promise in the words of its policy. */
  @Column('jsonb', { nullable: true })
  words: Words | null;

  @Column('text')
  calendar: string;

  @Column('integer', { name: 'calendar_version' })
  calendarVersion: number;

  @Column('integer', { name: 'policy_version' })
  policyVersion: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('jsonb')
  pauses: Pause[];

  /** Every change of the deadline other than by a pause. */
  @Column('jsonb', { default: [] })
  moves: Move[];

  @Column('integer')
  step: number;

  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;

  @Column('timestamptz', { name: 'breached_at', nullable: true })
  breachedAt: Date | null;

  @Column('timestamptz', { name: 'new_date', nullable: true })
  newDate: Date | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;
}
