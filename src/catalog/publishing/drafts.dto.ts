import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { Words } from '#lifecycle';
import {
  InstantField,
  Optional,
  PageSizeField,
  TextField,
  WordField,
} from '../../platform/http/fields.js';
import { WordsView } from '../../platform/http/api.js';
import type { CityData } from '../city-data.js';
import { draftStates, type DraftState } from './draft.entity.js';

const anyJson = {
  description: 'The definition, as the file of its kind in the folder of the city.',
  oneOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
  ],
};

// The agencies of a city come to some five thousand values.
const DEFINITION_VALUES = 50_000;

export class MakeDraft {
  static readonly mostValues = DEFINITION_VALUES;

  @TextField({ max: 40, description: 'calendars, policy, rule_set, …' })
  kind: string;

  @TextField({ max: 200 })
  title: string;

  @ApiProperty({ ...anyJson, required: false })
  @Optional()
  definition?: unknown;
}

export class ChangeDraft {
  static readonly mostValues = DEFINITION_VALUES;

  @TextField({ max: 200, optional: true })
  title?: string;

  @ApiProperty({ ...anyJson, required: false })
  @Optional()
  definition?: unknown;
}

export class PublishDraft {
  @TextField({ max: 200, description: 'The number of the decision that it rests on.' })
  document: string;

  @TextField({ max: 1000, optional: true })
  note?: string;

  @InstantField({ optional: true, description: 'From when it holds; at once when absent.' })
  validFrom?: string;
}

export class ListDrafts {
  @TextField({ max: 40, optional: true })
  kind?: string;

  @WordField(draftStates, { optional: true })
  state?: DraftState;

  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class ListVersions {
  @TextField({ max: 40 })
  kind: string;

  @ApiProperty({ type: 'integer', required: false, description: '`next` of the page before.' })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  before?: number;

  @PageSizeField()
  limit?: number;
}

export class DraftItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  kind: keyof CityData;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: draftStates })
  state: DraftState;

  @ApiProperty({ type: 'integer', description: 'The published version that it began from.' })
  basedOn: number;

  @ApiProperty({ format: 'uuid' })
  createdBy: string;

  @ApiProperty({ format: 'uuid' })
  changedBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @ApiProperty({ type: 'integer', nullable: true })
  publishedVersion: number | null;
}

export class DraftView extends DraftItem {
  @ApiProperty(anyJson)
  definition: unknown;
}

export class DraftPage {
  @ApiProperty({ type: [DraftItem] })
  items: DraftItem[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}

export class FindingView {
  @ApiProperty({ enum: ['fault', 'warning'] })
  level: 'fault' | 'warning';

  @ApiProperty()
  field: string;

  @ApiProperty()
  code: string;

  @ApiProperty({ type: WordsView })
  detail: Words;
}

export class Findings {
  @ApiProperty({ type: [FindingView] })
  findings: FindingView[];
}

export class VersionItem {
  @ApiProperty({ type: String })
  kind: keyof CityData;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  loadedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null: at once.' })
  validFrom: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'Null: a file.' })
  publishedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  document: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class VersionView extends VersionItem {
  @ApiProperty(anyJson)
  definition: unknown;
}

export class VersionPage {
  @ApiProperty({ type: [VersionItem] })
  items: VersionItem[];

  @ApiProperty({ type: 'integer', nullable: true })
  next: number | null;
}
