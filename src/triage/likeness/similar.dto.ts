import { statuses, type Status } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { CaseItem } from '../../complaints/dto/cases.dto.js';
import { Place } from '../../complaints/dto/place.dto.js';
import { WordsView } from '../../platform/http/api.js';
import { CodeField, Optional, TextField } from '../../platform/http/fields.js';

/** What somebody has written so far; nothing of it is kept. */
export class Draft {
  @TextField({ min: 10, max: 4000 })
  text: string;

  @CodeField({ optional: true, example: 'CS-01' })
  category?: string;

  @ApiPropertyOptional({ type: Place })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Place)
  place?: Place;
}

export class Neighbour {
  @ApiProperty({ format: 'uuid', description: 'As in the public list: what a filing may join.' })
  id: string;

  @ApiProperty({ type: 'integer', description: 'How many complaints tell of it, itself included.' })
  people: number;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: WordsView })
  statusWords: WordsView;

  @ApiProperty({ type: WordsView, nullable: true })
  category: WordsView | null;

  @ApiProperty({ type: WordsView, nullable: true })
  ward: WordsView | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Rounded to about 100 m.' })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lon: number | null;

  @ApiProperty({ format: 'date-time', description: 'When the first of them was filed.' })
  since: string;

  @ApiProperty({ type: [WordsView], description: 'Why it is likely the same.' })
  why: WordsView[];

  @ApiProperty({ type: WordsView, description: 'What the form asks.' })
  sentence: WordsView;
}

export class Neighbours {
  @ApiProperty({ type: [Neighbour], maxItems: 3 })
  items: Neighbour[];
}

export class SimilarCase extends CaseItem {
  @ApiProperty({ minimum: 0, maximum: 1, example: 0.83 })
  score: number;

  @ApiProperty({ enum: ['sure', 'likely'] })
  verdict: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Metres between the two points.' })
  meters: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lon: number | null;

  @ApiProperty({ type: [WordsView] })
  reasons: WordsView[];
}

export class SimilarCases {
  @ApiProperty({ type: [SimilarCase], description: 'The likeliest first.' })
  items: SimilarCase[];
}

export class UnmarkRepeat {
  @TextField({ min: 10, max: 1000, description: 'Why it is no repeat.' })
  text: string;
}
