import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { ListReveals, RevealPage } from './dto/reveals.dto.js';
import { Reveals } from './reveals.js';

@ApiTags('reveals')
@Controller('api/reveals')
export class RevealsController {
  constructor(private readonly reveals: Reveals) {}

  @Get()
  @Allow('reveal.list')
  @ApiOperation({ summary: 'Who made a filer known to themselves, when and why; newest first.' })
  @ApiOkResponse({ type: RevealPage })
  @ApiProblems(400, 401, 403)
  page(@CallerParam() by: Caller, @Query() filter: ListReveals) {
    return this.reveals.page(by, filter);
  }
}
