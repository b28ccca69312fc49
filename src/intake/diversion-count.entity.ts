import type { Certainty, Procedure } from '#diversion';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many filings were diverted on a day of the city; nothing else of them is kept. */
@Entity('diversion_count')
export class DiversionCountRow {
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  procedure: Procedure;

  @PrimaryColumn('text')
  channel: string;

  /** As sure as the rules were, or `declared` by the filer alone. */
  @PrimaryColumn('text')
  certainty: Certainty | 'declared';

  @Column('integer')
  count: number;
}
