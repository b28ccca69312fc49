import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../../people/staff.entity.js';

export const recalculationStates = ['waiting', 'running', 'done', 'superseded'] as const;
export type RecalculationState = (typeof recalculationStates)[number];

export const recalculatedKinds = ['calendars', 'agency_calendars'] as const;
export type RecalculatedKind = (typeof recalculatedKinds)[number];

const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The running clocks computed again after a version of calendars came into force, and how far that is. */
@Entity('recalculation')
@Index('recalculation_version', ['kind', 'version'], { unique: true })
@Check('recalculation_kind', `"kind" in (${listed(recalculatedKinds)})`)
@Check('recalculation_state', `"state" in (${listed(recalculationStates)})`)
@Check(
  'recalculation_finished',
  `("state" in ('done', 'superseded')) = ("finished_at" is not null)`,
)
export class RecalculationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: RecalculatedKind;

  @Column('integer')
  version: number;

  /** The number of the decision that the version rests on. */
  @Column('text')
  document: string;

  /** Who published it. */
  @ForeignKey(() => StaffRow)
  @Column('uuid')
  by: string;

  @Column('text')
  state: RecalculationState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Not before every replica has taken the version up. */
  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** Open complaints when it began, those done with, and the promises that moved. */
  @Column('integer')
  total: number;

  @Column('integer')
  done: number;

  @Column('integer')
  moved: number;
}

/** A complaint that a recalculation has not come to yet. */
@Entity('recalculation_case')
export class RecalculationCaseRow {
  @ForeignKey(() => RecalculationRow)
  @PrimaryColumn('uuid', { name: 'recalculation_id' })
  recalculationId: string;

  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;
}
