import { Catch } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { h, type ComponentChildren } from 'preact';
import type { Problem } from '../../../platform/errors/problem.js';
import type { Visit } from '../../site/visit.js';
import { ProblemPageFilter } from '../problem-page.filter.js';
import { Find } from './find.js';

/** A code that nothing is known of is asked for again. */
@Catch()
export class FollowFilter extends ProblemPageFilter {
  protected override body(
    request: FastifyRequest,
    visit: Visit,
    wrong: Problem,
  ): ComponentChildren {
    if (wrong.code !== 'not_found') return super.body(request, visit, wrong);
    const { language } = visit;
    const typed = typedIn(request);
    return h(Find, { language, card: this.city.card, typed, wrong: true });
  }
}

function typedIn({ query, params }: FastifyRequest): string {
  const { code } = { ...(params as object), ...(query as object) } as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
