import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from '../app.module.js';
import { LiveAdapter } from '../live/live.adapter.js';
import type { Config } from '../platform/config/config.js';
import { openSecretKey } from '../platform/config/secret-key.js';
import type { DatabaseAddress } from '../platform/database/data-source.js';
import { problem } from '../platform/errors/problem.js';
import { observeRequests, setCommonHeaders } from '../platform/http/observe-requests.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { serveApiDocs } from './api-docs.js';

const MAX_BODY_BYTES = 256 * 1024;

/** The program, ready to listen. */
export async function createHttpApp(
  config: Config,
  address: DatabaseAddress,
  log = new Log(config.logLevel),
  time = new Time(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    genReqId: () => randomUUID(),
    // A path with a broken escape never reaches the router, and so not the filter either.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const answer = problem('request.malformed', [], { request: request.id });
      setCommonHeaders(request, reply);
      void reply.status(400).type('application/problem+json; charset=utf-8').send(answer);
    },
  });
  const secretKey = await openSecretKey(config.secretKeyFile);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, address, log, time, secretKey),
    adapter,
    // Fastify's own parser reads JSON; forms and plain text, which other sites can send, are refused.
    { logger: log, bodyParser: false },
  );
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(cookie);
  // The reader of a file tells which one is too large; the parser would only say that one is.
  await app.register(multipart, { throwFileSizeLimit: false });
  app.useWebSocketAdapter(new LiveAdapter(app));
  observeRequests(app, log);
  serveApiDocs(app, config);
  await app.init();
  return app;
}
