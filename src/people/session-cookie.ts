import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { sessionCookie, SESSION_SECONDS } from './sessions.js';

/** Gives a session's token to the browser. */
export function setSessionCookie(reply: FastifyReply, token: string, config: Config): void {
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    // A proxy in front speaks TLS for us, so the address that people use decides.
    secure: config.publicUrl.startsWith('https:'),
    maxAge: SESSION_SECONDS,
  });
}
