import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ListRecalculations, RecalculationPage, RecalculationView } from './recalculation.dto.js';
import { Recalculations } from './recalculations.js';

@ApiTags('deadlines')
@Controller('api/recalculations')
export class RecalculationController {
  constructor(private readonly recalculations: Recalculations) {}

  @Get()
  @ApiOperation({
    summary: 'How far promises have been moved after calendars changed; newest first.',
  })
  @Allow('draft.read')
  @ApiOkResponse({ type: RecalculationPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListRecalculations) {
    return this.recalculations.page(by, filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One recalculation with its progress.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: RecalculationView })
  @ApiProblems(400, 401, 403, 404)
  view(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.recalculations.view(by, id);
  }
}
