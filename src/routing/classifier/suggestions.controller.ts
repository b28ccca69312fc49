import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Limited } from '../../platform/limits/limited.js';
import { AskSuggestions, SuggestedCategories } from './suggestions.dto.js';
import { Suggestions } from './suggestions.js';

@ApiTags('complaints')
@Controller('api/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: Suggestions) {}

  @Post()
  @HttpCode(200)
  @Allow('complaint.file')
  @Limited('suggestion')
  @ApiOperation({ summary: 'Categories that a text sounds like, while somebody is writing it.' })
  @ApiOkResponse({ type: SuggestedCategories })
  @ApiProblems(400)
  suggest(@Body() { text }: AskSuggestions): SuggestedCategories {
    return this.suggestions.offer(text);
  }
}
