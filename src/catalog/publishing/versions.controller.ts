import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ListVersions, VersionPage, VersionView } from './drafts.dto.js';
import { Publishing } from './publishing.js';

@ApiTags('catalog')
@Controller('api/versions')
export class VersionsController {
  constructor(private readonly publishing: Publishing) {}

  @Get()
  @ApiOperation({ summary: 'The versions of a kind of city data; newest first.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: VersionPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListVersions) {
    return this.publishing.page(by, filter);
  }

  @Get(':kind/:version')
  @ApiOperation({ summary: 'A version with its definition.' })
  @Allow('draft.read')
  @ApiOkResponse({ type: VersionView })
  @ApiProblems(400, 401, 403, 404)
  view(
    @CallerParam() by: Caller,
    @Param('kind') kind: string,
    @Param('version', ParseIntPipe) version: number,
  ) {
    return this.publishing.version(by, kind, version);
  }
}
