import type { Words } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { TextField } from '../../platform/http/fields.js';

export class AskSuggestions {
  @TextField({ min: 3, max: 4000, description: 'What somebody is about to file; nothing is kept.' })
  text: string;
}

export class SuggestedCategory {
  @ApiProperty({ example: 'CS-01' })
  code: string;

  @ApiProperty({ type: WordsView })
  name: Words;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'How often such a suggestion was right.' })
  confidence: number;

  @ApiProperty({ description: 'More often right than wrong: chosen for whoever has not chosen.' })
  likely: boolean;

  @ApiProperty({ type: [String], description: 'The words of the text that spoke for it most.' })
  words: string[];
}

export class SuggestedCategories {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version of the model.' })
  model: number | null;

  @ApiProperty({ type: [SuggestedCategory], maxItems: 3 })
  categories: SuggestedCategory[];
}
