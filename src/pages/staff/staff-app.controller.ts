import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Allow } from '../../platform/http/allow.js';
import { sitePolicy } from '../../platform/http/headers.js';
import { webFolder } from '../site/assets.js';

/** Where the one program of staff shows itself; what it shows there it decides. */
const places = ['sign-in', 'reset', 'account', 'case', 'console', 'agency', 'city', 'admin'];

@ApiExcludeController()
@Controller()
export class StaffAppController {
  private page: string | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get(places.flatMap((place) => [place, `${place}/*`]))
  @Allow('page.open')
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Res({ passthrough: true }) reply: FastifyReply): string {
    this.page ??= readFileSync(join(webFolder(), 'staff', 'index.html'), 'utf8');
    const nonce = randomBytes(16).toString('base64url');
    const tiles = this.config.mapTiles;
    reply.header('content-security-policy', sitePolicy({ nonce, ...(tiles && { tiles }) }));
    return this.page.replaceAll('__NONCE__', nonce);
  }
}
