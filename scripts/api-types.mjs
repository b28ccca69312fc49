// Writes the types of the API that the pages go by, from the document that the program serves.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTS, { astToString } from 'openapi-typescript';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
const { AppModule } = await import('../dist/src/app.module.js');
const { readConfig } = await import('../dist/src/platform/config/config.js');
const { Log } = await import('../dist/src/platform/logging/log.js');
const { Time } = await import('../dist/src/platform/time.js');
const { apiDocument } = await import('../dist/src/start/api-docs.js');

const config = readConfig({});
const address = { url: 'postgres://nobody@127.0.0.1/none', schema: 'none' };
const program = AppModule.with(config, address, new Log('silent'), new Time(), Buffer.alloc(32));
const app = await NestFactory.create(program, new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const file = join(root, 'web', 'staff', 'api', 'schema.d.ts');
writeFileSync(file, astToString(await openapiTS(apiDocument(app, config))));
