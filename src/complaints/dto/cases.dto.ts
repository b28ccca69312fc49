import {
  kinds,
  returnGrounds,
  statuses,
  urgencies,
  type Kind,
  type ReturnGround,
  type Status,
  type Urgency,
} from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  CodeField,
  InstantField,
  Optional,
  PageSizeField,
  TextField,
  WordField,
} from '../../platform/http/fields.js';
import { figures, type Figure } from '../figures/figures.js';
import { TimeLeftView } from './clock-view.dto.js';
import { LinkView, PartItem } from '../parts/parts.dto.js';

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

  @CodeField({ optional: true, description: '`none`: without one.' })
  category?: string;

  @WordField(kinds, { optional: true })
  kind?: Kind;

  @WordField(urgencies, { optional: true })
  urgency?: Urgency;

  @CodeField({ optional: true, description: '`none`: without one.' })
  ward?: string;

  @WordField(figures, {
    optional: true,
    description:
      'The cases behind a figure of the reports, each member of an incident by itself; `queue` is left out.',
  })
  figure?: Figure;

  @InstantField({ optional: true, description: 'The beginning of the period of `figure`.' })
  from?: string;

  @InstantField({ optional: true, description: 'The end of the period of `figure`, excluded.' })
  before?: string;

  @CodeField({ optional: true, description: 'The agency that `figure` counts them with.' })
  of?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Its members, whom the queues show as one line.',
  })
  @Optional()
  @IsUUID()
  incident?: string;

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

export class CaseIncident {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'It goes ahead: what is done with it is brought to all others.' })
  main: boolean;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How many complaints; null in the answer to a command.',
  })
  members: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many people behind them.' })
  reporters: number | null;
}

export class ReturnView {
  @ApiProperty({ description: 'Code of the agency that returned it.' })
  agency: string;

  @ApiProperty({ enum: returnGrounds })
  ground: ReturnGround;

  @ApiProperty({ type: String, nullable: true, description: 'Whose they say that it is.' })
  proposed: string | null;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why, in lists and in the case; null in what a command answers.',
  })
  text: string | null;
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

  @ApiProperty({ type: CaseIncident, nullable: true })
  incident: CaseIncident | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The complaint that its filer says it is the same as.',
  })
  joins: string | null;

  @ApiProperty()
  excerpt: string;

  @ApiProperty()
  returns: number;

  @ApiProperty({ type: [ReturnView], description: 'Side by side, the first return first.' })
  returnedBy: ReturnView[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whom the last return names, while nobody leads: `assign` to it resolves it.',
  })
  proposed: string | null;

  @ApiProperty({ type: [PartItem], description: 'What supporting agencies are asked.' })
  parts: PartItem[];

  @ApiProperty({
    type: [LinkView],
    description:
      'Complaints that this one came from or that came from it; none in what a command answers.',
  })
  links: LinkView[];

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

  @ApiProperty({
    type: TimeLeftView,
    nullable: true,
    description:
      'What is left of the promise, in lists and in the case; null while no time runs, and in what a command answers.',
  })
  left: TimeLeftView | null;
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
