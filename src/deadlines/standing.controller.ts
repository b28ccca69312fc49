import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../people/caller.js';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { StandingPeriod, StandingReport } from './standing.dto.js';
import { Standing } from './standing.js';

@ApiTags('deadlines')
@Controller('api/deadlines')
export class StandingController {
  constructor(private readonly standing: Standing) {}

  @Get('standing')
  @ApiOperation({ summary: 'How each agency stands with the deadlines of a period.' })
  @Allow('deadline.standing')
  @ApiOkResponse({ type: StandingReport })
  @ApiProblems(400, 401, 403)
  report(@CallerParam() by: Caller, @Query() period: StandingPeriod) {
    return this.standing.report(by, period);
  }
}
