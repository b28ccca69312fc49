import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { DayField } from '../../platform/http/fields.js';

export class ListReturns {
  @DayField('30 days before `to` when absent.')
  from?: string;

  @DayField('Today when absent.')
  to?: string;
}

/** What came of the assignments that an agency got in the days asked for. */
export class AgencyReturns {
  @ApiProperty({ example: 'HAPULICO' })
  agency: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: 'integer' })
  received: number;

  @ApiProperty({ type: 'integer' })
  acceptedInTime: number;

  @ApiProperty({ type: 'integer' })
  late: number;

  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  returned: number;

  @ApiProperty({ type: 'integer' })
  overturned: number;

  @ApiProperty({ type: Number, nullable: true, description: '`returned` of `received`.' })
  returnedShare: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '`overturned` of `returned`.' })
  overturnedShare: number | null;
}

class Definitions {
  @ApiProperty({ type: WordsView })
  received: WordsView;

  @ApiProperty({ type: WordsView })
  acceptedInTime: WordsView;

  @ApiProperty({ type: WordsView })
  late: WordsView;

  @ApiProperty({ type: WordsView })
  waiting: WordsView;

  @ApiProperty({ type: WordsView })
  returned: WordsView;

  @ApiProperty({ type: WordsView })
  overturned: WordsView;

  @ApiProperty({ type: WordsView })
  returnedShare: WordsView;

  @ApiProperty({ type: WordsView })
  overturnedShare: WordsView;
}

export class ReturnRanking {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: Definitions, description: 'What each figure counts, and out of what.' })
  definitions: Definitions;

  @ApiProperty({ type: [AgencyReturns], description: 'Whoever returned most stands first.' })
  items: AgencyReturns[];
}
