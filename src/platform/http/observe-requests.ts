import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';

/** What every answer carries, also one that no route makes. */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'x-request-id': request.id,
    'cache-control': 'no-store',
  });
}

/** Headers on every answer, and one log line and one measurement per request, by route: a path can hold a code. */
export function observeRequests(app: NestFastifyApplication, log: Log): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    metrics.requests.observe({ method, route, status: String(status) }, elapsedTime / 1000);
    log.fact('request', {
      method,
      route,
      status,
      ms: Math.round(elapsedTime),
      request: request.id,
    });
    done();
  });
}
