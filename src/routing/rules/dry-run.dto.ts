import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { InstantField, Optional } from '../../platform/http/fields.js';

export class DryRun {
  @InstantField({ description: 'The beginning of the period.' })
  from: string;

  @InstantField({ description: 'Its end, excluded; at most 366 days later.' })
  to: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The day whose agencies are asked; that of each filing when absent.',
  })
  @Optional()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/)
  on?: string;

  @InstantField({ optional: true, description: '`next.filedAt` of the part before.' })
  afterFiledAt?: string;

  @ApiProperty({ required: false, format: 'uuid', description: '`next.id` of the part before.' })
  @Optional()
  @IsUUID()
  afterId?: string;
}

class PlaceView {
  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ format: 'uuid' })
  id: string;
}

class MoveView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: triage.' })
  from: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null: triage.' })
  to: string | null;

  @ApiProperty({ description: 'Assigned without an operator by the rules in force.' })
  wasSure: boolean;

  @ApiProperty({ description: 'Assigned without an operator by the draft.' })
  isSure: boolean;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Some of the cases.' })
  examples: string[];
}

/** What the draft changes in one part of the period: parts add up. */
export class DryRunPart {
  @ApiProperty({ type: 'integer', description: 'The version that it is compared with.' })
  against: number;

  @ApiProperty({ type: 'integer', description: 'Complaints in the whole period.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'Complaints in this part.' })
  looked: number;

  @ApiProperty({ type: 'integer' })
  same: number;

  @ApiProperty({ type: 'integer', description: 'Another agency would lead.' })
  changed: number;

  @ApiProperty({ type: 'integer' })
  newlySure: number;

  @ApiProperty({ type: 'integer' })
  noLongerSure: number;

  @ApiProperty({ type: [MoveView], description: 'Most frequent first.' })
  moves: MoveView[];

  @ApiProperty({ type: PlaceView, nullable: true, description: 'Where to go on; null at the end.' })
  next: PlaceView | null;
}
