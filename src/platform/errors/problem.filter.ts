import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.js';
import { problemOf, retryAfterOf, type Problem } from './problem.js';

/** The one place where failures become HTTP answers: problem documents, where a page does not say otherwise. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const answer = problemOf(error);
    if (answer.status >= 500) this.log.failure('request failed', error, { request: request.id });
    const wait = retryAfterOf(answer);
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply.status(answer.status);
    this.send(request, reply, answer);
  }

  /** What the answer reads like; its status and headers are set. */
  protected send(request: FastifyRequest, reply: FastifyReply, answer: Problem): void {
    void reply
      .type('application/problem+json; charset=utf-8')
      .send({ ...answer, request: request.id });
  }
}
