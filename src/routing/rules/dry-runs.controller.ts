import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Allow } from '../../platform/http/allow.js';
import { DryRun, DryRunPart, ExampleResults } from './dry-run.dto.js';
import { DryRuns } from './dry-runs.js';

@ApiTags('catalog')
@Controller('api/drafts')
export class DryRunsController {
  constructor(private readonly runs: DryRuns) {}

  @Post(':id/dry-run')
  @ApiOperation({
    summary:
      'Where the complaints of a past period would go by a draft of rules, agencies or service areas; in parts.',
  })
  @HttpCode(200)
  @Allow('draft.preview')
  @ApiOkResponse({ type: DryRunPart })
  @ApiProblems(400, 401, 403, 404, 422)
  run(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string, @Body() body: DryRun) {
    return this.runs.run(by, id, body);
  }

  @Get(':id/examples')
  @ApiOperation({ summary: 'Where the examples kept with the rules would go by a draft.' })
  @Allow('draft.preview')
  @ApiOkResponse({ type: ExampleResults })
  @ApiProblems(400, 401, 403, 404, 422)
  examples(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.runs.examples(by, id);
  }
}
