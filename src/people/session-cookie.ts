import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { SESSION_SECONDS } from './sessions.js';

// A proxy in front speaks TLS for us, so the address that people use decides.
const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');

/** Over TLS with the prefix that no other host and no plain connection can set (RFC 6265bis 4.1.3). */
export const sessionCookieName = (publicUrl: string) =>
  isSecure(publicUrl) ? '__Host-dau_moi_session' : 'dau_moi_session';

/** The cookie that a session's token lives in. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.name = sessionCookieName(publicUrl);
    const secure = isSecure(publicUrl);
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  tokenOf({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.name];
  }

  /** The token in the header of a socket's handshake, which is none of Fastify's requests. */
  tokenIn(cookies = ''): string | undefined {
    return cookies
      .split(/;\s*/)
      .find((pair) => pair.startsWith(`${this.name}=`))
      ?.slice(this.name.length + 1);
  }

  give(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.options, maxAge: SESSION_SECONDS });
  }

  take(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
