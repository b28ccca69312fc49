import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/errors/problem.js';
import { ProblemFilter } from '../../platform/errors/problem.filter.js';
import { Log } from '../../platform/logging/log.js';
import { visitOf } from '../site/visit.js';
import { CitizenPages } from './citizen-pages.js';
import { problemWords as w } from './words.js';

/** What fails on a page of citizens is told as a page. */
@Catch()
export class ProblemPageFilter extends ProblemFilter {
  constructor(
    log: Log,
    private readonly pages: CitizenPages,
  ) {
    super(log);
  }

  protected override send(request: FastifyRequest, reply: FastifyReply, wrong: Problem): void {
    const visit = visitOf(request);
    const { language } = visit;
    const body = (
      <>
        <h1>{(wrong.status === 404 ? w.missing : w.failed)[language]}</h1>
        <p class="lead">{wrong.detail[language]}</p>
        <p>
          <a class="button" href="/">
            {w.home[language]}
          </a>
        </p>
      </>
    );
    void reply
      .type('text/html; charset=utf-8')
      .send(this.pages.draw(visit, reply, { title: w.failed[language], unlisted: true, body }));
  }
}
