import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A challenge or question that a filing was accepted with, until it would have expired anyway. */
@Entity('used_challenge')
export class UsedChallengeRow {
  /** SHA-256 in hex. */
  @PrimaryColumn('text')
  hash: string;

  @Column('timestamptz')
  until: Date;
}
