import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That somebody looked up what a caller has filed before: who and when, and nothing of the caller. */
@Entity('caller_look_up')
@Index('caller_look_up_at', ['at', 'seq'])
@Index('caller_look_up_shown', { synchronize: false })
export class CallerLookUpRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('uuid', { name: 'acting_for', nullable: true })
  actingFor: string | null;

  @Column('text')
  role: string;

  /** The complaints that were shown; null in the place of one that has been made anonymous. */
  @Column('uuid', { array: true })
  shown: (string | null)[];
}
