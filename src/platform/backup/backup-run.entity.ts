import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One try to make a backup, by whichever program. Of this installation: it does not go into backups. */
@Entity('backup_run')
export class BackupRunRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** Null while it is under way, or when the program that made it was killed. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text')
  file: string;

  @Column('bigint', { nullable: true })
  bytes: string | null;

  /** Files that rows name and that were not in the store. */
  @Column('integer')
  missing: number;

  /** A code or a class of error; null when it went well. */
  @Column('text', { nullable: true })
  failure: string | null;
}
