import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseItem } from '../../complaints/dto/cases.dto.js';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { RepeatCommands } from './repeat-commands.js';
import { SimilarCases } from './similar-cases.js';
import { SimilarCases as SimilarCasesView, UnmarkRepeat } from './similar.dto.js';

@ApiTags('cases')
@Controller('api/cases/:id')
export class SimilarCasesController {
  constructor(
    private readonly similar: SimilarCases,
    private readonly repeats: RepeatCommands,
  ) {}

  @Get('similar')
  @ApiOperation({ summary: 'Cases that likely tell of the same event, with the reasons.' })
  @Allow('case.read')
  @ApiOkResponse({ type: SimilarCasesView })
  @ApiProblems(400, 401, 403, 404)
  of(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.similar.of(by, id);
  }

  @Post('unmark_repeat')
  @HttpCode(200)
  @ApiOperation({ summary: 'Không phải tái diễn: undoes the mark, for a reason that is recorded.' })
  @Allow('case.unmark_repeat')
  @ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' })
  @ApiOkResponse({ type: CaseItem })
  @ApiProblems(400, 401, 403, 404, 409, 428)
  unmark(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UnmarkRepeat,
  ) {
    return this.repeats.unmark(by, { id, version }, body);
  }
}
