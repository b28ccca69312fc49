import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseCommand } from '../complaints/cases.controller.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { IfMatch } from '../platform/http/if-match.js';
import { AskExtension, GrantExtension, RefuseExtension } from './extensions.dto.js';
import { Extensions } from './extensions.js';

@ApiTags('cases')
@Controller('api/cases')
export class ExtensionsController {
  constructor(private readonly extensions: Extensions) {}

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
