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
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from './caller.js';
import { ChangePassword, ChooseLanguage, OwnSession } from './dto/own-account.dto.js';
import { OwnAccount } from './own-account.js';
import { OwnSessions } from './own-sessions.js';
import { PeerParam, type Peer } from './peer.js';
import { SessionCookie } from './session-cookie.js';

@ApiTags('session')
@Controller('api/me')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccount,
    private readonly sessions: OwnSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('password')
  @ApiOperation({ summary: 'Changes the own password and ends every other session.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 429)
  async changePassword(
    @CallerParam() caller: Caller,
    @Body() given: ChangePassword,
    @PeerParam() { address }: Peer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.cookie.give(reply, await this.account.changePassword(caller, given, address));
  }

  @Put('language')
  @ApiOperation({ summary: 'Chooses the language of the mails to oneself.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(400, 401)
  chooseLanguage(@CallerParam() caller: Caller, @Body() { language }: ChooseLanguage) {
    return this.account.chooseLanguage(caller, language);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where the caller is signed in, the last used first.' })
  @Allow('own.account')
  @ApiOkResponse({ type: [OwnSession] })
  @ApiProblems(401)
  list(@CallerParam() caller: Caller): Promise<OwnSession[]> {
    return this.sessions.list(caller);
  }

  @Delete('sessions/:id')
  @ApiOperation({ summary: 'Ends one of the own sessions.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 404)
  end(@CallerParam() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.end(caller, id);
  }

  @Delete('sessions')
  @ApiOperation({ summary: 'Ends every own session but this one.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(401)
  endOthers(@CallerParam() caller: Caller): Promise<void> {
    return this.sessions.endOthers(caller);
  }
}
