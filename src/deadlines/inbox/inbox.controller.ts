import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { AskInbox, InboxView } from './inbox.dto.js';
import { Inbox } from './inbox.js';

@ApiTags('deadlines')
@Controller('api/agencies')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get('inbox')
  @ApiOperation({ summary: 'What an agency has to do, section by section, by what is due next.' })
  @Allow('case.read')
  @ApiOkResponse({ type: InboxView })
  @ApiProblems(400, 401, 403)
  of(@CallerParam() by: Caller, @Query() asked: AskInbox) {
    return this.inbox.of(by, asked);
  }
}
