import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { CodeField } from '../../platform/http/fields.js';

export class ThoughtOf {
  @CodeField({ optional: true, description: "The case's own category when absent." })
  category?: string;
}

export class RoutingProposal {
  @ApiProperty({ type: String, nullable: true, description: 'Null: no rule matches.' })
  lead: string | null;

  @ApiProperty({ type: [String] })
  supporting: string[];

  @ApiProperty({ minimum: 0, maximum: 1 })
  confidence: number;

  @ApiProperty({ type: [WordsView] })
  reasons: WordsView[];
}
