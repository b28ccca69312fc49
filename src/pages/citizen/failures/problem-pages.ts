import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type ComponentChildren } from 'preact';
import { City } from '../../../catalog/city.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { visitOf } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { failureWords } from './words.js';
import { WrongPage } from './wrong-page.js';

/** Tells a failure as a page. */
@Injectable()
export class ProblemPages {
  constructor(
    private readonly pages: CitizenPages,
    private readonly city: City,
  ) {}

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    wrong: Problem,
    own?: ComponentChildren,
  ): void {
    const visit = visitOf(request);
    const { language } = visit;
    const title = failureWords[wrong.code === 'not_found' ? 'notFound' : 'failed'][language];
    const body = own ?? h(WrongPage, { wrong, language, card: this.city.card });
    void reply
      .type('text/html; charset=utf-8')
      .header('referrer-policy', 'same-origin')
      .send(this.pages.draw(visit, reply, { title, unlisted: true, body }));
  }
}
