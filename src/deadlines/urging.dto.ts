import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { CodeField, PageSizeField, TextField } from '../platform/http/fields.js';

export class Urge {
  @TextField({ max: 2000, description: 'What the agency is urged to do; read by staff alone.' })
  text: string;
}

export class AnswerUrging {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Number of the urging.' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  number: number;

  @TextField({
    max: 5000,
    description: 'What was done, what is in the way, by when it is settled.',
  })
  text: string;
}

export class ListUrgings {
  @CodeField({ optional: true, description: 'Of one agency.' })
  agency?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    required: false,
    description: '`next` of the page before.',
  })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  after?: number = 0;

  @PageSizeField()
  limit?: number;
}

export class UrgingItem {
  @ApiProperty({ format: 'uuid' })
  caseId: string;

  @ApiProperty({ description: 'Short number of the case, as in mails.' })
  ref: string;

  @ApiProperty({ type: 'integer', description: 'Of the urging within its case, from 1.' })
  number: number;

  @ApiProperty()
  agency: string;

  @ApiProperty({ enum: ['supervisor', 'leader', 'system'] })
  by: string;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ format: 'date-time' })
  answerBy: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  answeredAt: string | null;

  @ApiProperty({ description: 'Not answered, and no event has made the answer needless.' })
  open: boolean;

  @ApiProperty({ description: 'Answered after its time, or its time is over.' })
  late: boolean;
}

export class UrgingCount {
  @ApiProperty()
  agency: string;

  @ApiProperty({ type: 'integer' })
  sent: number;

  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer', description: 'Open ones whose time is over.' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  answeredLate: number;
}

export class UrgingPage {
  @ApiProperty({ type: [UrgingCount], description: 'By agency, of all that the caller sees.' })
  counts: UrgingCount[];

  @ApiProperty({ type: [UrgingItem], description: 'Those that wait for an answer first.' })
  items: UrgingItem[];

  @ApiProperty({ type: 'integer', nullable: true })
  next: number | null;
}

export class MorningItem {
  @ApiProperty({ format: 'uuid' })
  caseId: string;

  @ApiProperty()
  ref: string;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty()
  urgency: string;

  @ApiProperty({ description: 'Who owes it.' })
  unit: string;

  @ApiProperty({ example: 'resolution', description: 'Kind of the clock that put it on the list.' })
  clock: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ format: 'date-time' })
  listedAt: string;

  @ApiProperty({ type: 'integer', description: 'Since the deadline, by the clock on the wall.' })
  lateMinutes: number;
}
