import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';

/** One log line and one measurement per request, by route: a path can hold a code. */
export function observeRequests(app: NestFastifyApplication, log: Log): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
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
