import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { WebhookRow } from './webhook.entity.js';

/** One attempt to tell a receiver; kept for thirty days. */
@Entity('webhook_delivery')
@Index('webhook_delivery_of', ['webhookId', 'seq'])
@Index('webhook_delivery_at', ['at'])
export class WebhookDeliveryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @ForeignKey(() => WebhookRow)
  @Column('uuid', { name: 'webhook_id' })
  webhookId: string;

  /** The `webhook-id`, the same in every attempt. */
  @Column('text')
  message: string;

  @Column('text')
  type: string;

  @Column('timestamptz')
  at: Date;

  @Column('integer')
  attempt: number;

  /** Of the answer; null when none came. */
  @Column('integer', { nullable: true })
  status: number | null;

  /** Null: it was taken. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('integer')
  ms: number;

  /** How the answer begins. */
  @Column('text')
  answer: string;
}
