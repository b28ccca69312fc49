import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { IfMatch } from '../../platform/http/if-match.js';
import {
  ChangeDraft,
  DraftPage,
  DraftView,
  Findings,
  ListDrafts,
  MakeDraft,
  PublishDraft,
  VersionItem,
} from './drafts.dto.js';
import { Drafts } from './drafts.js';
import { Publishing } from './publishing.js';

@ApiTags('catalog')
@Controller('api/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly publishing: Publishing,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Drafts of rules, policies, calendars and agencies; newest first.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: DraftPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListDrafts) {
    return this.drafts.page(by, filter);
  }

  @Post()
  @ApiOperation({
    summary: 'Begins a draft from what is published, or from what is brought along.',
  })
  @Allow('draft.edit')
  @ApiCreatedResponse({ type: DraftView })
  @ApiProblems(400, 401, 403)
  make(@CallerParam() by: Caller, @Body() body: MakeDraft) {
    return this.drafts.make(by, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A draft.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: DraftView })
  @ApiProblems(400, 401, 403, 404)
  view(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.drafts.view(by, id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes a draft.' })
  @Allow('draft.edit')
  @ApiOkResponse({ type: DraftView })
  @ApiProblems(400, 401, 403, 404, 409, 428)
  change(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeDraft,
  ) {
    return this.drafts.change(by, id, version, body);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Gives a draft up; it stays on record.' })
  @HttpCode(204)
  @Allow('draft.edit')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409, 428)
  discard(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ) {
    return this.drafts.discard(by, id, version);
  }

  @Get(':id/check')
  @ApiOperation({ summary: 'What keeps a draft from being published, and what is worth knowing.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: Findings })
  @ApiProblems(400, 401, 403, 404)
  check(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.drafts.check(by, id);
  }

  @Post(':id/publish')
  @ApiOperation({ summary: 'Makes a draft the next version of its kind.' })
  @HttpCode(200)
  @Allow('draft.publish')
  @ApiOkResponse({ type: VersionItem })
  @ApiProblems(400, 401, 403, 404, 409, 422, 428)
  publish(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PublishDraft,
  ) {
    return this.publishing.publish(by, id, version, body);
  }
}
