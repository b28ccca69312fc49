import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '../platform/errors/domain-error.js';
import { bearerOf } from '../platform/http/bearer.js';

/** The methods that change nothing. */
export const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

const foreignSites = new Set<unknown>(['cross-site', 'same-site']);

/** Whether a browser says that a page of another site sends this; callers that are no browsers say nothing. */
export function isForeign({ origin, host, ...rest }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return foreignSites.has(rest['sec-fetch-site']);
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Refuses writes that a page of another site makes a browser send. */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    // A key is no cookie: no browser sends it by itself.
    if (bearerOf(headers.authorization) !== undefined) return true;
    if (reading.has(method) || !isForeign(headers)) return true;
    throw new DomainError('origin.refused');
  }
}
