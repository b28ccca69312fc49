import { Body, Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseCommand } from '../complaints/case-command.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { IfMatch } from '../platform/http/if-match.js';
import {
  AskExtension,
  ExtensionTermsView,
  GrantExtension,
  RefuseExtension,
} from './extensions.dto.js';
import { Extensions } from './extensions.js';

@ApiTags('cases')
@Controller('api/cases')
export class ExtensionsController {
  constructor(private readonly extensions: Extensions) {}

  @Get(':id/extension')
  @ApiOperation({ summary: 'What the policy admits of extending the promise of a case.' })
  @Allow('case.ask_extension')
  @ApiOkResponse({ type: ExtensionTermsView })
  @ApiProblems(400, 401, 403, 404)
  terms(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.extensions.terms(by, id);
  }

  @CaseCommand('ask_extension', 'Xin gia hạn: a later date, before the present one has come.')
  ask(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AskExtension,
  ) {
    return this.extensions.ask(by, { id, version }, body);
  }

  @CaseCommand('grant_extension', 'Đồng ý gia hạn; the filer is told the new date and the reason.')
  grant(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: GrantExtension,
  ) {
    return this.extensions.grant(by, { id, version }, body);
  }

  @CaseCommand('refuse_extension', 'Không đồng ý gia hạn; the promised date stays.')
  refuse(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RefuseExtension,
  ) {
    return this.extensions.refuse(by, { id, version }, body);
  }
}
