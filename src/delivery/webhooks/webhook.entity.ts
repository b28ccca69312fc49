import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../../people/staff.entity.js';
import type { WebhookKind } from './kinds.js';

export const pauseReasons = ['by_hand', 'failing', 'gone'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A receiver of webhooks: a system of others that is told what happens to complaints. */
@Entity('webhook')
export class WebhookRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  url: string;

  @Column('text', { array: true })
  kinds: WebhookKind[];

  /** Of which agency and those beneath it; null: of the whole city. */
  @Column('text', { nullable: true })
  agency: string | null;

  /** Sealed: to sign, the secret itself is needed. */
  @Column('text')
  secret: string;

  /** The secret before the last rotation, which signs too for a while. */
  @Column('text', { name: 'old_secret', nullable: true })
  oldSecret: string | null;

  @Column('timestamptz', { name: 'old_until', nullable: true })
  oldUntil: Date | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  /** Since when no attempt has succeeded; null while all is well. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt: Date | null;

  @Column('text', { name: 'paused_why', nullable: true })
  pausedWhy: PauseReason | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
