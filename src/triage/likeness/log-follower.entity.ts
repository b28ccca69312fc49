import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a piece of background work has read the event log, for all replicas together. */
@Entity('log_follower')
export class LogFollowerRow {
  @PrimaryColumn('text')
  name: string;

  /** The last event read, in commit order; as text, for they are larger than numbers are exact. */
  @Column('bigint')
  xid: string;

  @Column('bigint')
  seq: string;

  /** Until when the process that reads has it to itself. */
  @Column('timestamptz', { name: 'busy_until' })
  busyUntil: Date;
}
