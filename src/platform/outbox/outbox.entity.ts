import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export const outboxStates = ['waiting', 'sent', 'dead'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** One thing to be done outside the database, at most once per key. Recipients are named, never addressed. */
@Entity('outbox')
@Index('outbox_due', ['channel', 'nextAt'], { where: `"state" = 'waiting'` })
@Index('outbox_by_recipient', ['recipient', 'sentAt'], { where: '"placed"' })
@Index('outbox_dead', ['id'], { where: `"state" = 'dead'` })
@Check('outbox_state', `"state" in ('waiting', 'sent', 'dead')`)
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  @Index('outbox_key', { unique: true })
  key: string;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  /** `filer`, or the id of a member of staff. */
  @Column('text')
  recipient: string;

  @Column('text')
  template: string;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column('text', { default: 'waiting' })
  state: OutboxState;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'next_at' })
  nextAt: Date;

  /** Who works on it now; a later claim makes the token of an earlier one worthless. */
  @Column('uuid', { nullable: true })
  lease: string | null;

  /** Until when it was held back from its person; a row that was held can become part of a digest. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil: Date | null;

  /** It goes to its person by itself: from here on no digest takes it. */
  @Column('boolean', { default: false })
  placed: boolean;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('text', { nullable: true })
  error: string | null;
}
