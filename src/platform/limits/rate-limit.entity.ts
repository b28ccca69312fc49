import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was done since its window began. The key is an HMAC: the row names nobody. Not logged. */
@Entity('rate_limit')
export class RateLimitRow {
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  points: number;

  /** The end of the window. */
  @Column('timestamptz')
  until: Date;
}
