import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ListReturns, ReturnRanking } from './returns.dto.js';
import { Returns } from './returns.js';

@ApiTags('agencies')
@Controller('api/agencies')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  @Get('returns')
  @ApiOperation({
    summary: 'Trả lại: what agencies did with the matters they were put in charge of.',
  })
  @Allow('returns.read')
  @ApiOkResponse({ type: ReturnRanking })
  @ApiProblems(400, 401, 403)
  ranking(@CallerParam() by: Caller, @Query() asked: ListReturns) {
    return this.returns.ranking(by, asked);
  }
}
