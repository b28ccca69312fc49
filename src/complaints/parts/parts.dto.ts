import { partStatuses, statuses, type PartStatus, type Status } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { CodeField, Optional, TextField } from '../../platform/http/fields.js';
import { linkKinds, type LinkKind } from './complaint-link.entity.js';

const NumberField = (required = true) =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: 1, maximum: 1000, required, example: 1 }),
    ...(required ? [] : [Optional()]),
    IsInt(),
    Min(1),
    Max(1000),
  );

export class AddPart {
  @CodeField({ example: 'UBND-00256', description: 'The agency that supports (phối hợp).' })
  agency: string;

  @TextField({
    min: 5,
    max: 1000,
    description: 'What is asked; stays in the log for good, so name nobody in it.',
  })
  task: string;
}

export class WithdrawPart {
  @NumberField()
  number: number;

  @TextField({ min: 5, max: 1000, description: 'Why; the agency is told.' })
  text: string;
}

export class AcceptPart {
  @NumberField()
  number: number;

  @ApiProperty({ format: 'uuid', description: 'The named officer of the agency.' })
  @IsUUID()
  officer: string;
}

export class AnswerPart {
  @NumberField()
  number: number;

  @TextField({ min: 5, max: 4000, description: 'What was done; the lead and staff read it.' })
  text: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    required: false,
    description: 'Attachments of the case.',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  evidence?: string[];
}

export class ReturnPart {
  @NumberField()
  number: number;

  @TextField({ min: 10, max: 2000, description: 'Why it is not theirs.' })
  text: string;
}

export class SplitOff {
  @NumberField(false)
  number?: number;

  @TextField({
    min: 10,
    max: 4000,
    description:
      'What the linked complaint is about; with `number` it goes to that agency at once.',
  })
  text: string;

  @CodeField({ optional: true, example: 'CS-01', description: 'Absent: the same as here.' })
  category?: string;
}

export class PartItem {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ description: 'Code of the agency that supports.' })
  agency: string;

  @ApiProperty({ enum: partStatuses })
  status: PartStatus;
}

export class PartView extends PartItem {
  @ApiProperty({ description: 'Empty where the agency was only named.' })
  task: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  officer: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When it has to be accepted or answered; null while nothing runs.',
  })
  dueAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
}

export class LinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: linkKinds })
  kind: LinkKind;

  @ApiProperty({ enum: ['from', 'to'], description: '`to`: that one came from this one.' })
  role: 'from' | 'to';

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: String, nullable: true })
  lead: string | null;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;
}
