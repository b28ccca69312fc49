import { Controller, Get, Inject, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { ApiProblems } from '../../platform/http/api.js';
import { TextField } from '../../platform/http/fields.js';
import { Allow } from '../../platform/http/allow.js';
import { deviceOf } from '../device.js';
import { SessionCookie } from '../session-cookie.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { setTransactionCookie, takeTransactionCookie } from './transaction-cookie.js';

export class ProviderSignInQuery {
  @TextField({ max: 1000, optional: true, example: '/console', description: 'A path of ours.' })
  next?: string;
}

@ApiTags('session')
@Controller('api/session/oidc')
export class OidcController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({
    summary: "Begins a sign-in with the city's identity provider, where there is one.",
  })
  @Redirect(undefined, 303)
  @Allow('session.open')
  @ApiResponse({ status: 303, description: 'To the provider.' })
  @ApiProblems(400, 404)
  async begin(
    @Query() { next }: ProviderSignInQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { url, sealed } = await this.signIn.begin(next);
    setTransactionCookie(reply, sealed, this.config);
    return { url };
  }

  @Get('callback')
  @ApiOperation({ summary: 'Where the provider sends the browser back; the session is a cookie.' })
  @Redirect(undefined, 303)
  @Allow('session.open')
  @ApiResponse({ status: 303, description: 'To the path asked for at the beginning.' })
  @ApiProblems(401, 404)
  async finish(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const sealed = takeTransactionCookie(request, reply);
    const { search } = new URL(request.url, this.config.publicUrl);
    const device = deviceOf(request.headers['user-agent']);
    const instead = this.cookie.tokenOf(request);
    const { token, next } = await this.signIn.finish({ sealed, search, device, instead });
    this.cookie.give(reply, token);
    return { url: next };
  }
}
