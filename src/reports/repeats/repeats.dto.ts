import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { CodeField } from '../../platform/http/fields.js';
import { DayField } from '../days.js';

export class Period {
  @DayField('90 days before `to` when absent.')
  from?: string;

  @DayField('Today when absent.')
  to?: string;
}

export class HotSpotFilter extends Period {
  @CodeField({ optional: true, example: 'CS-01' })
  category?: string;
}

export class AgencyRepeats {
  @ApiProperty()
  agency: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({
    type: 'integer',
    description: 'Answers published in the period: the denominator.',
  })
  answers: number;

  @ApiProperty({ type: 'integer', description: 'Of these, after how many the same came back.' })
  repeated: number;

  @ApiProperty({ example: 0.125, description: 'repeated / answers' })
  rate: number;
}

export class AgenciesRepeats {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: WordsView, description: 'What is counted, and of what.' })
  definition: WordsView;

  @ApiProperty({ type: [AgencyRepeats] })
  items: AgencyRepeats[];
}

export class HotSpot {
  @ApiProperty({ example: 'CS', description: 'Code of the group of categories.' })
  family: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'How many of them are marked as repeats.' })
  repeats: number;

  @ApiProperty({ description: 'Rounded to about 100 m.' })
  lat: number;

  @ApiProperty()
  lon: number;

  @ApiProperty({ type: WordsView, nullable: true })
  ward: WordsView | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who leads most of them.' })
  agency: string | null;

  @ApiProperty({ format: 'date-time' })
  first: string;

  @ApiProperty({ format: 'date-time' })
  last: string;
}

export class HotSpots {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: WordsView })
  definition: WordsView;

  @ApiProperty({ type: [HotSpot], maxItems: 100, description: 'The fullest first.' })
  items: HotSpot[];
}
