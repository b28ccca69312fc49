import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Allow } from '../../platform/http/allow.js';
import { schemes, visitCookie } from './visit.js';

const YEAR = 365 * 24 * 3600;

interface Wishes {
  lang?: string;
  scheme?: string;
  large?: string;
  to?: string;
}

/** A path of our own: what could be read as another host is not. */
const ownPath = (to = '/') => (/^\/(?![/\\])[^\r\n]*$/.test(to) ? to : '/');

/** Keeps how somebody wants to see the pages, in cookies, and goes back to where they were. */
@ApiExcludeController()
@Controller('preferences')
export class PreferencesController {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.secure = publicUrl.startsWith('https:');
  }

  @Get()
  @Allow('page.open')
  keep(@Query() { lang, scheme, large, to }: Wishes, @Res() reply: FastifyReply) {
    if (lang === 'vi' || lang === 'en') this.set(reply, visitCookie.language, lang);
    if (scheme === 'auto' || schemes.some((one) => one === scheme))
      this.set(reply, visitCookie.scheme, scheme ?? 'auto');
    if (large === 'on' || large === 'off') this.set(reply, visitCookie.large, large);
    return reply.redirect(ownPath(to), 303);
  }

  private set(reply: FastifyReply, name: string, value: string): void {
    const { secure } = this;
    void reply.setCookie(name, value, { path: '/', sameSite: 'lax', secure, maxAge: YEAR });
  }
}
