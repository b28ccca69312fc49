import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { KeepDraft, ReplyDraft } from './reply-drafts.dto.js';
import { ReplyDrafts } from './reply-drafts.js';

const Id = () => Param('id', ParseUUIDPipe);

@ApiTags('cases')
@Controller('api/cases/:id/drafts')
export class ReplyDraftsController {
  constructor(private readonly drafts: ReplyDrafts) {}

  @Get()
  @ApiOperation({ summary: 'What the caller has begun to write for a case.' })
  @Allow('reply.draft')
  @ApiOkResponse({ type: [ReplyDraft] })
  @ApiProblems(400, 401, 403, 404)
  of(@CallerParam() by: Caller, @Id() id: string): Promise<ReplyDraft[]> {
    return this.drafts.of(by, id);
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Keeps what the caller writes; it goes when the command is given.' })
  @Allow('reply.draft')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  keep(@CallerParam() by: Caller, @Id() id: string, @Body() given: KeepDraft): Promise<void> {
    return this.drafts.keep(by, id, given);
  }

  @Delete(':field')
  @HttpCode(204)
  @ApiOperation({ summary: 'Drops what the caller has begun to write.' })
  @Allow('reply.draft')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  drop(@CallerParam() by: Caller, @Id() id: string, @Param('field') field: string): Promise<void> {
    return this.drafts.drop(by, id, field);
  }
}
