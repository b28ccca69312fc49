import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { ListPublished, PublishedPage } from './dto/published.dto.js';
import { Published } from './published.js';

@ApiTags('complaints')
@Controller('api/public/complaints')
export class PublicController {
  constructor(private readonly published: Published) {}

  @Get()
  @ApiOperation({
    summary:
      'The published map and list: newest first, rounded places, masked words, no identity of anyone.',
  })
  @Allow('published.read')
  @ApiOkResponse({ type: PublishedPage })
  @ApiProblems(400)
  list(@Query() filter: ListPublished) {
    return this.published.page(filter);
  }
}
