import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sessionCookieName } from '../people/session-cookie.js';
import type { Config } from '../platform/config/config.js';
import { PROBLEM_TYPE, ProblemView } from '../platform/http/api.js';
import { docsPolicy } from '../platform/http/headers.js';

type PathItem = OpenAPIObject['paths'][string];

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đầu Mối API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });\n`;

/** What every route can answer with, 503 and 500 among them. */
const anyProblem = {
  description: 'A problem document, whatever the status.',
  content: { [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(ProblemView) } } },
};

const operationsOf = ({ get, post, put, delete: remove }: PathItem) =>
  [get, post, put, remove].filter((operation) => operation !== undefined);

export function apiDocument(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const cookie = sessionCookieName(config.publicUrl);
  const builder = new DocumentBuilder()
    .setTitle('Đầu Mối')
    .setDescription('Public-service support center: one matter, one focal point.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(config.publicUrl)
    .addCookieAuth(cookie, { type: 'apiKey', in: 'cookie', name: cookie }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'dm_…' }, 'key')
    .build();
  const document = SwaggerModule.createDocument(app, builder, { extraModels: [ProblemView] });
  for (const path of Object.values(document.paths))
    for (const operation of operationsOf(path)) operation.responses['default'] ??= anyProblem;
  return document;
}

/** `/api/openapi.json`, and a page over it at `/api/docs` that needs nothing from elsewhere. */
export function serveApiDocs(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let document: OpenAPIObject | null = null;
  fastify.get('/api/openapi.json', () => (document ??= apiDocument(app, config)));
  fastify.get('/api/docs', (_, reply) =>
    reply.header('content-security-policy', docsPolicy).type('text/html; charset=utf-8').send(page),
  );
  fastify.get('/api/docs/start.js', (_, reply) => reply.type('text/javascript').send(start));
  for (const [name, type] of Object.entries(assets))
    fastify.get(`/api/docs/${name}`, (_, reply) =>
      reply.type(type).send(readFileSync(join(folder, name))),
    );
}
