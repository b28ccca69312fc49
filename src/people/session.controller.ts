import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { commandsFor, roles, statuses, type Party, type Role } from '#lifecycle';
import { IsString, Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../platform/config/config.token.js';
import type { Config } from '../platform/config/config.js';
import { ApiProblems } from '../platform/http/api.js';
import { TextField } from '../platform/http/fields.js';
import { Allow } from './allow.guard.js';
import { CallerParam, type Caller } from './caller.js';
import { sessionCookie, Sessions, SESSION_SECONDS } from './sessions.js';

export class SignIn {
  @TextField({ max: 80, example: 'truc.tong.dai.1' })
  login: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(1, 128)
  password: string;
}

export class Me {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  login: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  @ApiProperty()
  language: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'The commands open to this role, by status of a case.',
  })
  commands: Record<string, string[]>;
}

const parties: Partial<Record<Role, Party>> = {
  operator: 'operator',
  supervisor: 'supervisor',
  agency_head: 'head',
  officer: 'officer',
};

function meOf({ id, login, name, role, agency, language }: Caller): Me {
  const party = parties[role];
  const commands = Object.fromEntries(
    statuses.map((status) => [status, party ? commandsFor(status, party) : []]),
  );
  return { id, login, name, role, agency, language, commands };
}

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session')
  @ApiOperation({ summary: 'Signs in with login and password; the session is a cookie.' })
  @HttpCode(200)
  @Allow('public')
  @ApiOkResponse({ type: Me })
  @ApiProblems(400, 401, 403)
  async signIn(
    @Body() { login, password }: SignIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, caller } = await this.sessions.signIn(login, password);
    reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      // A proxy in front speaks TLS for us, so the address that people use decides.
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: SESSION_SECONDS,
    });
    return meOf(caller);
  }

  @Delete('session')
  @ApiOperation({ summary: 'Ends the session of this browser.' })
  @HttpCode(204)
  @Allow('own.session')
  @Header('clear-site-data', '"cache", "cookies", "storage"')
  @ApiNoContentResponse()
  @ApiProblems(401)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.signOut(request.cookies[sessionCookie]);
    reply.clearCookie(sessionCookie, { path: '/' });
  }

  @Get('me')
  @ApiOperation({ summary: 'The signed-in member of staff and what the role may do.' })
  @Allow('own.session')
  @ApiOkResponse({ type: Me })
  @ApiProblems(401)
  me(@CallerParam() caller: Caller): Me {
    return meOf(caller);
  }
}
