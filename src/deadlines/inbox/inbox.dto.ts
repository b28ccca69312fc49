import { clockKinds, type ClockKind } from '#deadlines';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { CaseItem } from '../../complaints/dto/cases.dto.js';
import { TimeLeftView } from '../../complaints/dto/clock-view.dto.js';
import { CodeField, Optional, PageSizeField, WordField } from '../../platform/http/fields.js';

export const sections = ['accept', 'urging', 'mine', 'part', 'unit', 'waiting', 'done'] as const;
export type Section = (typeof sections)[number];

export class AskInbox {
  @CodeField({ optional: true, description: "The caller's own unit when absent." })
  agency?: string;

  @ApiProperty({ format: 'uuid', required: false, description: 'What this person works on.' })
  @Optional()
  @IsUUID()
  officer?: string;

  @WordField(sections, { optional: true, description: 'This section alone.' })
  section?: Section;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    required: false,
    description: '`next` of the section before.',
  })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  after?: number;

  @PageSizeField()
  limit?: number;
}

export class InboxDue {
  @ApiProperty({ enum: clockKinds, description: 'What runs out next.' })
  clock: ClockKind;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: TimeLeftView })
  left: TimeLeftView;
}

export class InboxRow {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of the part or urging that is to be answered.',
  })
  number: number | null;

  @ApiProperty({ type: InboxDue, nullable: true, description: 'Null where nothing runs.' })
  due: InboxDue | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  officer: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: CaseItem })
  case: CaseItem;
}

export class InboxSection {
  @ApiProperty({ enum: sections })
  section: Section;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: [InboxRow], description: 'What is due next stands first.' })
  rows: InboxRow[];

  @ApiProperty({ type: 'integer', nullable: true, description: '`after` of the next page.' })
  next: number | null;
}

export class InboxView {
  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty()
  agency: string;

  @ApiProperty({ type: [InboxSection], description: 'Those that have something in them.' })
  sections: InboxSection[];
}
