import type { Model } from '#classifier';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** How a new model did beside the one in use, on decisions that neither had learned from. */
export interface Comparison {
  /** Null for the first model, which there was nothing to compare with. */
  against: number | null;
  decisions: number;
  rightBefore: number;
  rightNow: number;
}

/** One try at learning. A model that was not taken leaves its comparison only. */
@Entity('classifier_model')
@Index('classifier_model_taken', ['version'], { where: '"taken"' })
export class ClassifierModelRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  version: number;

  @Column('timestamptz', { name: 'tried_at' })
  triedAt: Date;

  /** 'start', 'command' or 'nightly'. */
  @Column('text')
  by: string;

  @Column('boolean')
  taken: boolean;

  @Column('jsonb')
  comparison: Comparison;

  @Column('jsonb', { nullable: true })
  model: Model | null;
}
