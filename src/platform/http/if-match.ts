import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError, fieldError } from '../errors/domain-error.js';

/** The version in `If-Match: "<version>"` (RFC 9110 13.1.1). @throws 428 when absent, 400 when no version */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new DomainError('request.precondition_required');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw fieldError('If-Match', 'malformed', 'Cần dạng "<phiên bản>".', 'Expected "<version>".');
  return Number(version);
});
