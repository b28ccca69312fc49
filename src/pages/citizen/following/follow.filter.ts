import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { City } from '../../../catalog/city.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { ProblemFilter } from '../../../platform/errors/problem.filter.js';
import { Log } from '../../../platform/logging/log.js';
import { visitOf } from '../../site/visit.js';
import { ProblemPages } from '../failures/problem-pages.js';
import { Find } from './find.js';

/** A code that nothing is known of is asked for again. */
@Catch()
export class FollowFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: ProblemPages,
    private readonly city: City,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    const { language } = visitOf(request);
    const { card } = this.city;
    const asked = { language, card, typed: typedIn(request), wrong: true };
    this.pages.send(request, reply, wrong, wrong.code === 'not_found' ? h(Find, asked) : undefined);
  }
}

function typedIn({ query, params }: FastifyRequest): string {
  const { code } = { ...(params as object), ...(query as object) } as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
