import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DraftView } from '../../catalog/publishing/drafts.dto.js';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DayImport } from './day-import.js';
import { Preview } from './preview.js';
import { ImportDays, ListMoves, MovePage, MoveSummary } from './recalculation.dto.js';

@ApiTags('deadlines')
@Controller('api/drafts')
export class CalendarDraftsController {
  constructor(
    private readonly preview: Preview,
    private readonly days: DayImport,
  ) {}

  @Get(':id/moves')
  @ApiOperation({ summary: 'Which running promises a draft of calendars would move, in figures.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: MoveSummary })
  @ApiProblems(400, 401, 403, 404, 422, 503)
  summary(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.preview.summary(by, id);
  }

  @Get(':id/moves/cases')
  @ApiOperation({ summary: 'The promises that it would move, in the order of their dates.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: MovePage })
  @ApiProblems(400, 401, 403, 404, 422, 503)
  cases(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() filter: ListMoves,
  ) {
    return this.preview.page(by, id, filter);
  }

  @Post(':id/days')
  @ApiOperation({ summary: 'Takes days off, half days and working days from a CSV into a draft.' })
  @HttpCode(200)
  @Allow('draft.edit')
  @ApiOkResponse({ type: DraftView })
  @ApiProblems(400, 401, 403, 404, 409, 428)
  importDays(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ImportDays,
  ) {
    return this.days.into(by, id, version, body);
  }
}
