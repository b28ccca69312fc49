import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../../platform/moment.js';

export const schemes = ['light', 'dark'] as const;

/** How somebody wants to see the pages. */
export interface Visit {
  language: Language;
  /** Null: as the device says. */
  scheme: (typeof schemes)[number] | null;
  large: boolean;
  /** Path and query of what is looked at. */
  at: string;
}

export const visitCookie = { language: 'dm_lang', scheme: 'dm_scheme', large: 'dm_large' } as const;

/** Vietnamese, unless the address or the cookie says otherwise. */
export function visitOf(request: FastifyRequest): Visit {
  const { lang } = request.query as { lang?: unknown };
  const { cookies } = request;
  const scheme = cookies[visitCookie.scheme];
  return {
    language: (lang ?? cookies[visitCookie.language]) === 'en' ? 'en' : 'vi',
    scheme: schemes.find((one) => one === scheme) ?? null,
    large: cookies[visitCookie.large] === 'on',
    at: request.url,
  };
}

export const VisitParam = createParamDecorator((_: unknown, context: ExecutionContext): Visit =>
  visitOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
