import { ApiProperty } from '@nestjs/swagger';
import { InstantField } from '../platform/http/fields.js';
import { WordsView } from '../platform/http/api.js';

export class StandingPeriod {
  @InstantField({ description: 'Deadlines from this instant on.' })
  from: string;

  @InstantField({ description: 'Deadlines before this instant; at most 92 days after `from`.' })
  to: string;
}

export class StandingCounts {
  @ApiProperty({ type: 'integer', description: 'Of how many: the denominator of the others.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  onTime: number;

  @ApiProperty({ type: 'integer' })
  onTimeExtended: number;

  @ApiProperty({ type: 'integer' })
  late: number;

  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  openLate: number;
}

export class AgencyStanding {
  @ApiProperty({ description: 'Code of the agency.' })
  agency: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: StandingCounts, description: 'What filers were promised where it leads.' })
  promised: StandingCounts;

  @ApiProperty({ type: StandingCounts, description: 'What it owed itself while it held.' })
  owed: StandingCounts;

  @ApiProperty({ description: 'Hours of broken promises that passed in its hands.' })
  lateHours: number;
}

export class StandingDefinitions {
  @ApiProperty({ type: WordsView })
  total: WordsView;

  @ApiProperty({ type: WordsView })
  onTime: WordsView;

  @ApiProperty({ type: WordsView })
  onTimeExtended: WordsView;

  @ApiProperty({ type: WordsView })
  late: WordsView;

  @ApiProperty({ type: WordsView })
  open: WordsView;

  @ApiProperty({ type: WordsView })
  openLate: WordsView;

  @ApiProperty({ type: WordsView })
  promised: WordsView;

  @ApiProperty({ type: WordsView })
  owed: WordsView;

  @ApiProperty({ type: WordsView })
  lateHours: WordsView;
}

export class StandingReport {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ format: 'date-time', description: 'Open promises are judged at this instant.' })
  asOf: string;

  @ApiProperty({ type: [AgencyStanding] })
  agencies: AgencyStanding[];

  @ApiProperty({ type: StandingDefinitions, description: 'What each figure means.' })
  definitions: StandingDefinitions;
}
