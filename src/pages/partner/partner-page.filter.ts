import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/errors/problem.js';
import { ProblemFilter } from '../../platform/errors/problem.filter.js';
import { Log } from '../../platform/logging/log.js';
import { PartnerPages, partnerVisit } from './partner-pages.js';

/** What fails behind a link is told as a page. */
@Catch()
export class PartnerPageFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: PartnerPages,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    void reply
      .type('text/html; charset=utf-8')
      .send(this.pages.draw(partnerVisit(request), reply, { token: null, wrong }));
  }
}
