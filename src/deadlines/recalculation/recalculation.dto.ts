import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, Matches } from 'class-validator';
import { Optional, PageSizeField, TextField } from '../../platform/http/fields.js';
import {
  recalculatedKinds,
  recalculationStates,
  type RecalculatedKind,
  type RecalculationState,
} from './recalculation.entity.js';

export class ListRecalculations {
  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class ListMoves {
  @TextField({ max: 120, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class ImportDays {
  @TextField({
    max: 200_000,
    description:
      'CSV with a header: date, kind (off, work, half), reason, and if wanted reason_en, document, part, as.',
  })
  csv: string;

  @ApiProperty({ type: [String], description: 'The calendars of the draft that get the days.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(/^[A-Za-z0-9-]{1,40}$/, { each: true })
  calendars: string[];
}

export class RecalculationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: recalculatedKinds })
  kind: RecalculatedKind;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  document: string;

  @ApiProperty({ format: 'uuid', description: 'Who published the version.' })
  by: string;

  @ApiProperty({ enum: recalculationStates })
  state: RecalculationState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'Not before every replica knows the version.' })
  startsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  @ApiProperty({ type: 'integer', description: 'Open complaints when it began.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  done: number;

  @ApiProperty({ type: 'integer', description: 'Promises that have moved.' })
  moved: number;
}

export class RecalculationPage {
  @ApiProperty({ type: [RecalculationView] })
  items: RecalculationView[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}

export class PlannedMoveView {
  @ApiProperty({ format: 'uuid' })
  complaintId: string;

  @ApiProperty({ example: 'resolution#1' })
  clock: string;

  @ApiProperty({ description: 'Who owes it.' })
  agency: string;

  @ApiProperty({ enum: ['filer', 'center'] })
  owedTo: 'filer' | 'center';

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;
}

export class MovePage {
  @ApiProperty({ type: [PlannedMoveView] })
  items: PlannedMoveView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class MovesOfAgency {
  @ApiProperty()
  agency: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class MovesOfSize {
  @ApiProperty({ example: 'up_to_3_days' })
  size: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class MoveSummary {
  @ApiProperty({ type: 'integer', description: 'Running promises that were looked at.' })
  open: number;

  @ApiProperty({ type: 'integer' })
  moving: number;

  @ApiProperty({ type: 'integer', description: 'Of those moving, what was promised to a filer.' })
  toFilers: number;

  @ApiProperty({ type: [MovesOfAgency] })
  byAgency: MovesOfAgency[];

  @ApiProperty({ type: [MovesOfSize] })
  bySize: MovesOfSize[];

  @ApiProperty({ type: [PlannedMoveView], description: 'The 20 that move furthest.' })
  largest: PlannedMoveView[];
}
