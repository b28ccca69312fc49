import type { ExampleResult } from '#routing';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { FiledPart, FiledPeriod } from '../../complaints/dto/filed-period.dto.js';
import { WordsView } from '../../platform/http/api.js';
import { Optional } from '../../platform/http/fields.js';

export class DryRun extends FiledPeriod {
  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The day whose agencies are asked; that of each filing when absent.',
  })
  @Optional()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/)
  on?: string;
}

class RoutingMoveView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: triage.' })
  from: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null: triage.' })
  to: string | null;

  @ApiProperty({ description: 'Assigned without an operator by the rules in force.' })
  wasSure: boolean;

  @ApiProperty({ description: 'Assigned without an operator by the draft.' })
  isSure: boolean;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Some of the cases.' })
  examples: string[];
}

/** What the draft changes in one part of the period: parts add up. */
export class DryRunPart extends FiledPart {
  @ApiProperty({ type: 'integer' })
  same: number;

  @ApiProperty({ type: 'integer', description: 'Another agency would lead.' })
  changed: number;

  @ApiProperty({ type: 'integer' })
  newlySure: number;

  @ApiProperty({ type: 'integer' })
  noLongerSure: number;

  @ApiProperty({ type: [RoutingMoveView], description: 'Most frequent first.' })
  moves: RoutingMoveView[];
}

class ExampleResultView implements ExampleResult {
  @ApiProperty()
  id: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty({ type: String, nullable: true })
  ward: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who must lead it; null: triage.' })
  lead: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who would lead it; null: triage.' })
  got: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The rule that decides.' })
  rule: string | null;

  @ApiProperty()
  passes: boolean;

  @ApiProperty({ type: [WordsView] })
  reasons: WordsView[];
}

export class ExampleResults {
  @ApiProperty({ type: [ExampleResultView] })
  examples: ExampleResultView[];
}
