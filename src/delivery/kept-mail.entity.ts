import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A mail that the demo shows instead of sending. */
@Entity('kept_mail')
export class KeptMailRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  to: string;

  @Column('text')
  subject: string;

  @Column('text')
  text: string;

  @Column('text')
  html: string;

  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;
}
