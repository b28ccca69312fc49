import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health } from '../health/health.js';

/**
 * While the program stops each answer ends its connection: one that stays open is closed with the port, maybe while the
 * next request is on its way.
 */
export function partWhenStopping(app: NestFastifyApplication): void {
  const health = app.get(Health, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_, reply, done) => {
      if (health.isStopping) void reply.header('connection', 'close');
      done();
    });
}
