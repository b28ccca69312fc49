import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { DiversionCounts } from './diversion-counts.js';
import { Diversions, ListDiversions } from './diversion.dto.js';

@ApiTags('diversions')
@Controller('api/diversions')
export class DiversionsController {
  constructor(private readonly counts: DiversionCounts) {}

  @Get()
  @ApiOperation({
    summary: 'How many filings were diverted to formal complaint or denunciation, by day.',
  })
  @Allow('diversion.read')
  @ApiOkResponse({ type: Diversions })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() caller: Caller, @Query() range: ListDiversions) {
    return this.counts.list(caller, range);
  }
}
