import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { CallerParam, type Caller } from '../caller.js';
import * as dto from './keys.dto.js';
import { Keys } from './keys.js';

@ApiTags('keys')
@Controller('api/keys')
@Allow('key.manage')
export class KeysController {
  constructor(private readonly keys: Keys) {}

  @Get()
  @ApiOperation({ summary: 'The keys of systems of others, newest first.' })
  @ApiOkResponse({ type: dto.KeyList })
  @ApiProblems(400, 401, 403)
  list(@Query() filter: dto.ListKeys) {
    return this.keys.list(filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A key, with what has been done to it.' })
  @ApiOkResponse({ type: dto.KeyView })
  @ApiProblems(400, 401, 403, 404)
  view(@Param('id', ParseUUIDPipe) id: string) {
    return this.keys.view(id);
  }

  @Post()
  @ApiOperation({ summary: 'Makes a key; the answer alone shows it.' })
  @ApiCreatedResponse({ type: dto.GivenKey })
  @ApiProblems(400, 401, 403)
  make(@CallerParam() by: Caller, @Body() body: dto.MakeKey) {
    return this.keys.make(by, body);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives another key in its place; the old one lives on for a while.' })
  @ApiOkResponse({ type: dto.GivenKey })
  @ApiProblems(400, 401, 403, 404, 409)
  rotate(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: dto.RotateKey,
  ) {
    return this.keys.rotate(by, id, body);
  }

  @Post(':id/revoke')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends a key at once.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  revoke(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.revoke(by, id);
  }
}
