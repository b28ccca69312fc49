import { incidentStatuses, type IncidentStatus } from '#incidents';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsUUID } from 'class-validator';
import { CaseItem } from '../../complaints/dto/cases.dto.js';
import { WordsView } from '../../platform/http/api.js';
import { Optional, PageSizeField, TextField, WordField } from '../../platform/http/fields.js';
import { applyDecorators } from '@nestjs/common';

/** More in one piece of work would hold too many complaints at once. */
const MOST = 200;

const CasesField = ({ optional = false }: { optional?: boolean } = {}) =>
  applyDecorators(
    ApiProperty({
      type: [String],
      format: 'uuid',
      minItems: 1,
      maxItems: MOST,
      required: !optional,
    }),
    ...(optional ? [Optional()] : []),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST),
    IsUUID(undefined, { each: true }),
  );

export class Cases {
  @CasesField()
  cases: string[];
}

export class OpenIncident {
  @CasesField()
  cases: string[];

  @TextField({ max: 200, optional: true, description: 'Its category and ward when absent.' })
  title?: string;
}

export class LeaveIncident {
  @CasesField()
  cases: string[];

  @WordField(['triage', 'lead'], {
    optional: true,
    description: 'Where it goes: back to triage, or to the agency that leads the incident.',
  })
  to?: 'triage' | 'lead';
}

export class OtherIncident {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  incident: string;
}

export class SplitIncident {
  @CasesField({ optional: true })
  cases?: string[];

  @ApiProperty({ format: 'uuid', required: false, description: 'One that was merged into it.' })
  @Optional()
  @IsUUID()
  incident?: string;

  @TextField({ max: 200, optional: true })
  title?: string;
}

export class ConfirmStorm {
  @TextField({ max: 200, optional: true })
  title?: string;

  @TextField({
    max: 2000,
    optional: true,
    description: "What whoever files the same is told; the city's own words when absent.",
  })
  standingAnswer?: string;

  @ApiProperty({ required: false, default: true, description: 'The banner on the public page.' })
  @Optional()
  @IsBoolean()
  published?: boolean;
}

export class WordIncident {
  @TextField({ max: 200, optional: true })
  title?: string;

  @TextField({ max: 2000, optional: true, description: 'What whoever files the same is told.' })
  standingAnswer?: string;

  @ApiProperty({ required: false, description: 'The banner on the public page.' })
  @Optional()
  @IsBoolean()
  published?: boolean;

  @ApiProperty({ required: false, description: 'Whoever files the same near it joins by itself.' })
  @Optional()
  @IsBoolean()
  gathering?: boolean;
}

export class ListIncidents {
  @WordField(incidentStatuses, { optional: true })
  status?: IncidentStatus;

  @TextField({ max: 300, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class IncidentItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: incidentStatuses })
  status: IncidentStatus;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true, description: 'The complaint that goes ahead.' })
  main: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where it was merged into.' })
  into: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Group of categories.' })
  family: string | null;

  @ApiProperty({ type: [String] })
  wards: string[];

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ description: 'How many complaints.' })
  members: number;

  @ApiProperty({ description: 'How many people behind them.' })
  reporters: number;

  @ApiProperty()
  published: boolean;

  @ApiProperty()
  gathering: boolean;

  @ApiProperty({ type: String, nullable: true })
  standingAnswer: string | null;

  @ApiProperty({ type: [WordsView], description: 'Why it was proposed.' })
  reasons: WordsView[];
}

export class IncidentPage {
  @ApiProperty({ type: [IncidentItem] })
  items: IncidentItem[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class IncidentActor {
  @ApiProperty({ enum: ['filer', 'staff', 'system'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

export class IncidentLogEntry {
  @ApiProperty()
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: IncidentActor })
  actor: IncidentActor;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}

export class IncidentView extends IncidentItem {
  @ApiProperty({
    type: [CaseItem],
    description:
      'At most 500, the first of them first. Of a proposed one, what it was proposed from.',
  })
  cases: CaseItem[];

  @ApiProperty({ type: [IncidentLogEntry], description: 'The last 500, newest first.' })
  log: IncidentLogEntry[];
}
