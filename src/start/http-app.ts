import 'reflect-metadata';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { LiveAdapter } from '../live/live.adapter.js';
import { serveAssets } from '../pages/site/serve-assets.js';
import type { Config } from '../platform/config/config.js';
import { openSecretKey } from '../platform/config/secret-key.js';
import type { DatabaseAddress } from '../platform/database/data-source.js';
import { answerHeaders } from '../platform/http/headers.js';
import { observeRequests } from '../platform/http/observe-requests.js';
import { boundedServer } from '../platform/http/server.js';
import { partWhenStopping } from '../platform/http/parting.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { serveApiDocs } from './api-docs.js';

/** The program, ready to listen. */
export async function createHttpApp(
  config: Config,
  address: DatabaseAddress,
  log = new Log(config.logLevel),
  time = new Time(),
): Promise<NestFastifyApplication> {
  const secretKey = await openSecretKey(config.secretKeyFile);
  const headers = answerHeaders(config.publicUrl);
  const adapter = boundedServer(headers, config.trustedProxies);
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
  // Pages and outlines, which are long and say nothing secret beside what the caller sent.
  await app.register(compress, { customTypes: /^(text\/html|application\/geo\+json)/ });
  serveAssets(app);
  app.useWebSocketAdapter(new LiveAdapter(app, headers));
  observeRequests(app, log);
  partWhenStopping(app);
  serveApiDocs(app, config);
  await app.init();
  return app;
}
