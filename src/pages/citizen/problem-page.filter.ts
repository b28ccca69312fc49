import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/errors/problem.js';
import { ProblemFilter } from '../../platform/errors/problem.filter.js';
import { Log } from '../../platform/logging/log.js';
import { ProblemPages } from './failures/problem-pages.js';

/** What fails on a page of citizens is told as a page. */
@Catch()
export class ProblemPageFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: ProblemPages,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    this.pages.send(request, reply, wrong);
  }
}
