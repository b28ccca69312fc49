import { Controller, Get, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../http/allow.js';
import { Health } from './health.js';

class LiveView {
  @ApiProperty({ enum: ['ok'] })
  status: string;
}

class CheckView {
  @ApiProperty()
  name: string;

  @ApiProperty()
  ok: boolean;

  @ApiProperty({ type: String, nullable: true })
  why: string | null;
}

class WarningView {
  @ApiProperty({ example: 'routing' })
  name: string;

  @ApiProperty()
  why: string;
}

class ReadyView {
  @ApiProperty({ enum: ['ok', 'unavailable'] })
  status: string;

  @ApiProperty({ type: [CheckView] })
  checks: CheckView[];

  @ApiProperty({ type: [WarningView], description: 'What needs a person though it serves.' })
  warnings: WarningView[];
}

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs; says nothing of what it needs.' })
  @Allow('service.observe')
  @ApiOkResponse({ type: LiveView })
  live(): LiveView {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process can serve now.' })
  @Allow('service.observe')
  @ApiOkResponse({ type: ReadyView })
  @ApiServiceUnavailableResponse({ type: ReadyView })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const checks = await this.health.checks();
    const ok = checks.every((check) => check.ok);
    if (!ok) void reply.status(503);
    const warnings = this.health.warnings();
    return { status: ok ? 'ok' : 'unavailable', checks, warnings };
  }
}
