import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/config.js';
import { TRANSACTION_SECONDS } from './transaction.js';

const name = 'dau_moi_oidc';
const path = '/api/session/oidc';

/** Keeps a sealed transaction in the browser. Lax: the way back from the provider is a link of another site. */
export function setTransactionCookie(reply: FastifyReply, sealed: string, config: Config): void {
  reply.setCookie(name, sealed, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    maxAge: TRANSACTION_SECONDS,
  });
}

/** The sealed transaction, which the browser then has no more, whatever becomes of it. */
export function takeTransactionCookie(request: FastifyRequest, reply: FastifyReply): string {
  reply.clearCookie(name, { path });
  return request.cookies[name] ?? '';
}
