import type { ClockPatch } from '#deadlines';
import type { Actor, EventType } from '#lifecycle';
import { Column, Entity, Index, PrimaryGeneratedColumn, ForeignKey } from 'typeorm';
import { ComplaintRow } from './complaint.entity.js';

/** One change of one complaint; appended in the transaction of the change, never touched again. */
@Entity('complaint_event')
@Index('complaint_event_number', ['complaintId', 'number'], { unique: true })
@Index('complaint_event_order', ['xid', 'seq'])
@Index('complaint_event_audit', ['at', 'seq'])
@Index('complaint_event_assignment', ['at', 'seq'], { where: `"type" = 'assigned'` })
@Index('complaint_event_of_center', ['at', 'seq'], {
  where: `"actor"->>'role' in ('operator', 'supervisor')`,
})
@Index('complaint_event_answer', ['at', 'seq'], { where: `"type" = 'answered'` })
@Index('complaint_event_rating', ['at', 'seq'], { where: `"type" = 'rated'` })
@Index('complaint_event_reveal', ['at', 'seq'], { where: `"type" = 'identity_revealed'` })
export class ComplaintEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  /** The writing transaction: readers stop at the oldest one still running, so that none is passed over. */
  @Column('bigint', { default: () => 'current_xid()' })
  xid: string;

  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('integer')
  number: number;

  @Column('text')
  type: EventType;

  @Column('timestamptz')
  at: Date;

  @Column('jsonb')
  actor: Actor;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column('jsonb')
  clocks: ClockPatch[];

  /** The agencies that may see it: those on the complaint before or after it. */
  @Column('text', { array: true })
  agencies: string[];

  /** SHA-256 in hex over the hash before it and this event. */
  @Column('text')
  hash: string;
}
