import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from './caller.js';
import * as dto from './dto/own-account.dto.js';
import { OwnSecondFactor } from './own-second-factor.js';
import { PeerParam, type Peer } from './peer.js';
import { SessionCookie } from './session-cookie.js';

@ApiTags('session')
@Controller('api/me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factor: OwnSecondFactor,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Shows a new secret for an authenticator; it is on once confirmed.' })
  @HttpCode(200)
  @Allow('own.account')
  @ApiOkResponse({ type: dto.SecondFactorStart })
  @ApiProblems(400, 401, 403, 429)
  start(
    @CallerParam() caller: Caller,
    @Body() given: dto.StartSecondFactor,
    @PeerParam() { address }: Peer,
  ): Promise<dto.SecondFactorStart> {
    return this.factor.start(caller, given, address);
  }

  @Post('confirm')
  @ApiOperation({ summary: 'Switches the second factor on and ends every other session.' })
  @HttpCode(200)
  @Allow('own.account')
  @ApiOkResponse({ type: dto.RecoveryCodes })
  @ApiProblems(400, 401, 403, 409, 429)
  async confirm(
    @CallerParam() caller: Caller,
    @Body() { code }: dto.GiveCode,
    @PeerParam() { address }: Peer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<dto.RecoveryCodes> {
    const { token, recoveryCodes } = await this.factor.confirm(caller, code, address);
    this.cookie.give(reply, token);
    return { recoveryCodes };
  }

  @Post('pass')
  @ApiOperation({ summary: 'Passes the second factor in a session that began without it.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 409, 429)
  async pass(
    @CallerParam() caller: Caller,
    @Body() { code }: dto.GiveCode,
    @PeerParam() { address }: Peer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.cookie.give(reply, await this.factor.pass(caller, code, address));
  }

  @Post('recovery-codes')
  @ApiOperation({ summary: 'Gives ten new recovery codes; the old ones are worth nothing.' })
  @HttpCode(200)
  @Allow('own.account')
  @ApiOkResponse({ type: dto.RecoveryCodes })
  @ApiProblems(400, 401, 403, 409, 429)
  async renewRecoveryCodes(
    @CallerParam() caller: Caller,
    @Body() { code }: dto.GiveCode,
    @PeerParam() { address }: Peer,
  ): Promise<dto.RecoveryCodes> {
    return { recoveryCodes: await this.factor.renewRecoveryCodes(caller, code, address) };
  }

  @Delete()
  @ApiOperation({ summary: 'Switches the second factor off, where the role does not need it.' })
  @HttpCode(204)
  @Allow('own.account')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 409, 429)
  stop(
    @CallerParam() caller: Caller,
    @Body() given: dto.StopSecondFactor,
    @PeerParam() { address }: Peer,
  ): Promise<void> {
    return this.factor.stop(caller, given, address);
  }
}
