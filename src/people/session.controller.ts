import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from './caller.js';
import { Acting } from './duty/acting.js';
import { AskReset, ConfirmReset, Me, meOf, SignIn } from './dto/session.dto.js';
import { PasswordResets } from './password-resets.js';
import { PeerParam, type Peer } from './peer.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignIns } from './sign-ins.js';

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly acting: Acting,
    private readonly signIns: SignIns,
    private readonly sessions: Sessions,
    private readonly resets: PasswordResets,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('session')
  @ApiOperation({ summary: 'Signs in with login and password; the session is a cookie.' })
  @HttpCode(200)
  @Allow('session.open')
  @ApiOkResponse({ type: Me })
  @ApiProblems(400, 401, 403, 429)
  async signIn(
    @Body() given: SignIn,
    @PeerParam() peer: Peer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const before = this.cookie.tokenOf(request);
    const { token, caller } = await this.signIns.signIn(given, peer, before);
    this.cookie.give(reply, token);
    return meOf(caller, await this.acting.standsInFor(caller.id));
  }

  @Delete('session')
  @ApiOperation({ summary: 'Ends the session of this browser.' })
  @HttpCode(204)
  @Allow('own.account')
  @Header('clear-site-data', '"cache", "storage"')
  @ApiNoContentResponse()
  @ApiProblems(401)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(this.cookie.tokenOf(request));
    this.cookie.take(reply);
  }

  @Post('session/reset')
  @ApiOperation({ summary: 'Mails a link to set a new password, if there is such an account.' })
  @HttpCode(202)
  @Allow('session.open')
  @ApiAcceptedResponse({ description: 'Whether or not there is such an account.' })
  @ApiProblems(400, 403, 429)
  askReset(@Body() { login }: AskReset, @PeerParam() { address }: Peer): Promise<void> {
    return this.resets.ask(login, address);
  }

  @Post('session/reset/confirm')
  @ApiOperation({ summary: 'Sets a new password by a mailed link and ends all sessions.' })
  @HttpCode(204)
  @Allow('session.open')
  @ApiNoContentResponse()
  @ApiProblems(400, 403)
  confirmReset(@Body() given: ConfirmReset): Promise<void> {
    return this.resets.confirm(given);
  }

  @Get('me')
  @ApiOperation({ summary: 'The signed-in member of staff and what the role may do.' })
  @Allow('own.account')
  @ApiOkResponse({ type: Me })
  @ApiProblems(401)
  async me(@CallerParam() caller: Caller): Promise<Me> {
    return meOf(caller, await this.acting.standsInFor(caller.id));
  }
}
