import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type ComponentChildren } from 'preact';
import { City } from '../../../catalog/city.js';
import { retryAfterOf, type Problem } from '../../../platform/errors/problem.js';
import { ProblemFilter } from '../../../platform/errors/problem.filter.js';
import { Log } from '../../../platform/logging/log.js';
import { Time } from '../../../platform/time.js';
import { visitOf } from '../../site/visit.js';
import { ProblemPages } from '../failures/problem-pages.js';
import { Find } from './find.js';
import { TooMany } from './too-many.js';

/** A code that nothing is known of is asked for again; after too many of them, the page says from when on. */
@Catch()
export class FollowFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: ProblemPages,
    private readonly city: City,
    private readonly time: Time,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    this.pages.send(request, reply, wrong, this.own(request, wrong));
  }

  private own(request: FastifyRequest, wrong: Problem): ComponentChildren {
    const { language } = visitOf(request);
    const { card } = this.city;
    if (wrong.code === 'not_found')
      return h(Find, { language, card, typed: typedIn(request), wrong: true });
    if (wrong.code !== 'request.too_many' || wrong['limit'] !== 'tracking_miss') return undefined;
    const wait = 1000 * (retryAfterOf(wrong) ?? 0);
    const again = new Date(this.time.now().getTime() + wait).toISOString();
    return h(TooMany, { language, card, again });
  }
}

function typedIn({ query, params }: FastifyRequest): string {
  const { code } = { ...(params as object), ...(query as object) } as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
