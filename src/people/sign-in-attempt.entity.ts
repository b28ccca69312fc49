import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failures of one account or one address, shared by all replicas. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_age', ['since'])
export class SignInAttemptRow {
  /** An HMAC: the table tells neither logins nor addresses. */
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  failures: number;

  /** The first of those counted. */
  @Column('timestamptz')
  since: Date;

  @Column('timestamptz', { name: 'wait_until', nullable: true })
  waitUntil: Date | null;
}
