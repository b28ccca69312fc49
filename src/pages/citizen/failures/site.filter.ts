import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from '../../../platform/errors/problem.filter.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { Log } from '../../../platform/logging/log.js';
import { ProblemPages } from './problem-pages.js';

/** What programs ask for, whatever they say that they accept. */
const ofPrograms = /^\/(api|assets|health|metrics|map|open311|socket\.io)(\/|\?|\.|$)/;

const isOfBrowser = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !ofPrograms.test(url) && String(headers.accept ?? '').includes('text/html');

/** Failures outside of any page's own filter: a browser is told by a page, all others by a problem document. */
@Catch()
export class SiteFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: ProblemPages,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    if (isOfBrowser(request)) this.pages.send(request, reply, wrong);
    else super.send(request, reply, wrong);
  }
}
