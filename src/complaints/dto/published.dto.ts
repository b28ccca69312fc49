import { statuses, type Status } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { CodeField, PageSizeField, TextField, WordField } from '../../platform/http/fields.js';

export class ListPublished {
  @CodeField({ optional: true })
  category?: string;

  @CodeField({ optional: true })
  ward?: string;

  @WordField(statuses, { optional: true })
  status?: Status;

  @TextField({ max: 300, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class PublishedComplaint {
  @ApiProperty({
    format: 'uuid',
    description: 'Not the tracking code, which is the filer’s alone.',
  })
  id: string;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({
    type: String,
    nullable: true,
    maxLength: 500,
    description: 'With everything personal masked; null until somebody has taken it up.',
  })
  text: string | null;

  @ApiProperty({ type: WordsView, nullable: true })
  category: WordsView | null;

  @ApiProperty({ type: WordsView, nullable: true })
  ward: WordsView | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Rounded to about 100 m.' })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lon: number | null;

  @ApiProperty({ type: WordsView, nullable: true, description: 'The agency that leads.' })
  lead: WordsView | null;

  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  resolvedAt: string | null;
}

export class PublishedPage {
  @ApiProperty({ type: [PublishedComplaint] })
  items: PublishedComplaint[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
