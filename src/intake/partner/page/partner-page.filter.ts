import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from '../../../platform/http/headers.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { ProblemFilter } from '../../../platform/errors/problem.filter.js';
import { Log } from '../../../platform/logging/log.js';
import { languageOf, PartnerPages } from './partner-pages.js';

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
    const { lang } = request.query as { lang?: unknown };
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(this.pages.draw({ token: null, wrong }, languageOf(lang)));
  }
}
