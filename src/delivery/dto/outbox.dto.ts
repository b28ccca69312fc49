import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageSizeField, TextField, WordField } from '../../platform/http/fields.js';
import { outboxStates, type OutboxState } from '../../platform/outbox/outbox.entity.js';

export const rowId = /^[1-9]\d{0,17}$/;

export class ListOutbox {
  @WordField(outboxStates, { optional: true, description: '`dead` when absent.' })
  state?: OutboxState;

  @TextField({ max: 60, optional: true, description: 'The template of the mail.' })
  template?: string;

  @ApiProperty({ required: false, description: '`next` of the page before.' })
  @IsOptional()
  @Matches(rowId)
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class OutboxItem {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'mail' })
  channel: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  complaintId: string | null;

  @ApiProperty({
    enum: ['filer', 'staff', 'duty', 'partner', 'search', 'webhook'],
    description: 'Never an address.',
  })
  recipient: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The receiver.' })
  webhook: string | null;

  @ApiProperty({ example: 'received' })
  template: string;

  @ApiProperty({ enum: outboxStates })
  state: OutboxState;

  @ApiProperty()
  attempts: number;

  @ApiProperty({ type: String, nullable: true, example: 'smtp 550' })
  error: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  nextAt: string;
}

export class ResendMany {
  @TextField({ max: 60, optional: true, description: 'Of this template alone.' })
  template?: string;
}

export class Resent {
  @ApiProperty({
    type: 'integer',
    description: 'How many are tried again; at most 1,000 by one call.',
  })
  resent: number;

  @ApiProperty({ description: 'Whether there are more.' })
  more: boolean;
}

export class OutboxPage {
  @ApiProperty({ type: [OutboxItem] })
  items: OutboxItem[];

  @ApiProperty({ type: String, nullable: true, description: '`after` of the next, older page.' })
  next: string | null;
}
