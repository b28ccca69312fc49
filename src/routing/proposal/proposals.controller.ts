import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { RoutingProposal, ThoughtOf } from './proposals.dto.js';
import { Proposals } from './proposals.js';

@ApiTags('cases')
@Controller('api/cases/:id/proposal')
export class ProposalsController {
  constructor(private readonly proposals: Proposals) {}

  @Get()
  @ApiOperation({ summary: 'To whom the rules in force would give a case now, and why.' })
  @Allow('case.assign')
  @ApiOkResponse({ type: RoutingProposal })
  @ApiProblems(400, 401, 403, 404)
  of(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { category }: ThoughtOf,
  ): Promise<RoutingProposal> {
    return this.proposals.of(by, id, category);
  }
}
