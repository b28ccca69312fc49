import { kinds, statuses, urgencies, type Kind, type Status, type Urgency } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, PageSizeField, TextField, WordField } from '../../platform/http/fields.js';

export const queueWords = [
  'open',
  'triage',
  'arbitration',
  'review',
  'waiting',
  'extensions',
  'late',
  'ended',
  'all',
] as const;

export class ListCases {
  @WordField(queueWords, { optional: true, description: 'open when absent' })
  queue?: (typeof queueWords)[number];

  @WordField(statuses, { optional: true })
  status?: Status;

  @CodeField({ optional: true, description: 'The agency that leads.' })
  agency?: string;

  @CodeField({ optional: true, description: 'The agency complained of.' })
  about?: string;

  @CodeField({ optional: true })
  category?: string;

  @WordField(kinds, { optional: true })
  kind?: Kind;

  @WordField(urgencies, { optional: true })
  urgency?: Urgency;

  @CodeField({ optional: true })
  ward?: string;

  @TextField({
    max: 200,
    optional: true,
    description: 'Words, with or without accents, or a code.',
  })
  q?: string;

  @TextField({ max: 300, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class HolderView {
  @ApiProperty({ description: 'Code of the accountable agency.' })
  unit: string;

  @ApiProperty()
  duty: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  person: string | null;
}

export class AskedExtensionView {
  @ApiProperty()
  agency: string;

  @ApiProperty({ format: 'date-time', description: 'The date asked for.' })
  until: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;
}

export class CaseItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ enum: kinds })
  kind: Kind;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty({ enum: urgencies })
  urgency: Urgency;

  @ApiProperty({ type: String, nullable: true })
  ward: string | null;

  @ApiProperty({ type: String, nullable: true })
  lead: string | null;

  @ApiProperty({ type: HolderView, nullable: true })
  holder: HolderView | null;

  @ApiProperty({
    type: AskedExtensionView,
    nullable: true,
    description: 'Asked for and not decided yet.',
  })
  extension: AskedExtensionView | null;

  @ApiProperty()
  excerpt: string;

  @ApiProperty()
  returns: number;

  @ApiProperty()
  reopens: number;

  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ format: 'date-time', description: 'The promise to the filer.' })
  dueAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  nextAt: string | null;

  @ApiProperty()
  late: boolean;
}

export class CasePage {
  @ApiProperty({ type: [CaseItem] })
  items: CaseItem[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Give it as `after` for the next page.',
  })
  next: string | null;
}
