import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { City } from '../../catalog/city.js';
import type { Problem } from '../../platform/errors/problem.js';
import { ProblemFilter } from '../../platform/errors/problem.filter.js';
import { Log } from '../../platform/logging/log.js';
import { visitOf, type Visit } from '../site/visit.js';
import { CitizenPages } from './citizen-pages.js';
import { failureWords } from './failures/words.js';
import { WrongPage } from './failures/wrong-page.js';

/** What fails on a page of citizens is told as a page. */
@Catch()
export class ProblemPageFilter extends ProblemFilter {
  constructor(
    log: Log,
    protected readonly pages: CitizenPages,
    protected readonly city: City,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    const visit = visitOf(request);
    const title = failureWords[wrong.code === 'not_found' ? 'notFound' : 'failed'];
    const body = this.body(request, visit, wrong);
    void reply
      .type('text/html; charset=utf-8')
      .header('referrer-policy', 'same-origin')
      .send(this.pages.draw(visit, reply, { title: title[visit.language], unlisted: true, body }));
  }

  protected body(_request: FastifyRequest, visit: Visit, wrong: Problem): ComponentChildren {
    return <WrongPage wrong={wrong} language={visit.language} card={this.city.card} />;
  }
}
