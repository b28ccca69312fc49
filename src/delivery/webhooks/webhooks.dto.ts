import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { RotateKey, SystemEventView } from '../../people/keys/keys.dto.js';
import { CodeField, Optional, PageSizeField, TextField } from '../../platform/http/fields.js';
import { applyDecorators } from '@nestjs/common';
import { rowId } from '../dto/outbox.dto.js';
import { webhookKinds, type WebhookKind } from './kinds.js';
import { pauseReasons, type PauseReason } from './webhook.entity.js';

const KindsField = ({ optional = false } = {}) =>
  applyDecorators(
    ApiProperty({ enum: webhookKinds, isArray: true, required: !optional }),
    ...(optional ? [Optional()] : []),
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(webhookKinds, { each: true }),
  );

const UrlField = ({ optional = false } = {}) =>
  TextField({
    max: 500,
    optional,
    example: 'https://orders.hapulico.example/dau-moi',
    description: 'https; nothing goes to inner networks, and no redirect is followed.',
  });

export class MakeWebhook {
  @TextField({ max: 120, example: 'Work orders' })
  name: string;

  @UrlField()
  url: string;

  @KindsField()
  kinds: WebhookKind[];

  @CodeField({ optional: true, description: 'Of this agency alone; of the city when absent.' })
  agency?: string;
}

/** What is absent stays as it is. */
export class ChangeWebhook {
  @TextField({ max: 120, optional: true })
  name?: string;

  @UrlField({ optional: true })
  url?: string;

  @KindsField({ optional: true })
  kinds?: WebhookKind[];
}

export class RotateSecret extends RotateKey {}

export class ListDeliveries {
  @ApiProperty({ required: false, description: '`next` of the page before.' })
  @IsOptional()
  @Matches(rowId)
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class WebhookItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ enum: webhookKinds, isArray: true })
  kinds: WebhookKind[];

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  failingSince: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  pausedAt: string | null;

  @ApiProperty({ enum: pauseReasons, nullable: true })
  pausedWhy: PauseReason | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the secret before the last rotation signs too.',
  })
  oldUntil: string | null;

  @ApiProperty({ type: 'integer', description: 'What it has not been told yet.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'What was given up.' })
  dead: number;
}

export class WebhookList {
  @ApiProperty({ type: [WebhookItem] })
  items: WebhookItem[];
}

export class WebhookView extends WebhookItem {
  @ApiProperty({ type: [SystemEventView], description: 'Newest first.' })
  events: SystemEventView[];
}

export class GivenSecret {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'whsec_…', description: 'Shown this once; nobody can see it again.' })
  secret: string;
}

export class TestSent {
  @ApiProperty({ example: 'msg_…', description: 'The `webhook-id` to look for.' })
  message: string;
}

export class DeliveryItem {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'msg_…' })
  message: string;

  @ApiProperty({ example: 'complaint.assigned' })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: 'integer' })
  attempt: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: no answer came.' })
  status: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'too_slow', description: 'Null: taken.' })
  error: string | null;

  @ApiProperty({ type: 'integer' })
  ms: number;

  @ApiProperty({ description: 'The first 200 characters of the answer.' })
  answer: string;
}

export class DeliveryPage {
  @ApiProperty({ type: [DeliveryItem] })
  items: DeliveryItem[];

  @ApiProperty({ type: String, nullable: true, description: '`after` of the next, older page.' })
  next: string | null;
}
