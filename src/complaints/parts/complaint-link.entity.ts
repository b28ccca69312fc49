import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ComplaintRow } from '../complaint.entity.js';

export const linkKinds = ['split'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One complaint that has to do with another: `to` was split off from `from`. */
@Entity('complaint_link')
@Index('complaint_link_to', ['toId'])
export class ComplaintLinkRow {
  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'from_id' })
  fromId: string;

  @ForeignKey(() => ComplaintRow)
  @PrimaryColumn('uuid', { name: 'to_id' })
  toId: string;

  @PrimaryColumn('text')
  kind: LinkKind;

  @Column('timestamptz')
  at: Date;
}
