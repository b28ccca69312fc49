import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.js';
import { problemOf } from './problem.js';

/** The one place where failures become HTTP answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const answer = problemOf(error);
    if (answer.status >= 500) this.log.failure('request failed', error, { request: request.id });
    const { retryAfter = answer.status === 503 ? 5 : undefined } = answer;
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply
      .status(answer.status)
      .type('application/problem+json; charset=utf-8')
      .send({ ...answer, request: request.id });
  }
}
