import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '../errors/error-table.js';
import { DomainError, fieldError } from '../errors/domain-error.js';
import { problem } from '../errors/problem.js';
import { PROBLEM_TYPE } from './api.js';
import { trustIn } from './client-address.js';

const MAX_BODY_BYTES = 256 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_URL = 4096;

const contentType = `${PROBLEM_TYPE}; charset=utf-8`;

type Headers = Readonly<Record<string, string>>;

/** Fastify with the bounds of everything that may come in, and the headers of everything that goes out. */
export function boundedServer(headers: Headers, trustedProxies: readonly string[]): FastifyAdapter {
  const trusted = trustIn(trustedProxies);
  const adapter = new FastifyAdapter<RawServerDefault>({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    trustProxy: trustedProxies.length > 0 && ((address: string) => trusted(address)),
    genReqId: () => randomUUID(),
    // A path with a broken escape never reaches the router, and so not the filter either.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      setHeaders(headers, request, reply);
      const answer = problem('request.malformed', [], { request: request.id });
      void reply.status(answer.status).type(contentType).send(answer);
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) =>
      refuse(headers, error, socket),
  });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    setHeaders(headers, request, reply);
    done(faultOf(request));
  });
  return adapter;
}

function setHeaders(headers: Headers, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({ ...headers, 'x-request-id': request.id });
}

/** What of a request's address is refused before anything looks at it. */
function faultOf({ raw, query }: FastifyRequest): DomainError | undefined {
  if ((raw.url?.length ?? 0) > MAX_URL) return new DomainError('request.uri_too_long');
  const twice = Object.entries(query as Record<string, unknown>).find(([, value]) =>
    Array.isArray(value),
  );
  // Which of two values holds, a proxy and we could see differently.
  return (
    twice &&
    fieldError(twice[0].slice(0, 60), 'duplicate', 'Chỉ được cho một lần.', 'Given more than once.')
  );
}

const codes: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'request.headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too_slow',
};

/** Answers what the server's own parser gave up on; there is no request to answer to. */
function refuse(headers: Headers, { code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const request = randomUUID();
  const answer = problem(codes[code] ?? 'request.malformed', [], { request });
  const body = JSON.stringify(answer);
  const lines = Object.entries({
    ...headers,
    'x-request-id': request,
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n`;
  // Destroyed once it is told: a client that never closes would keep the connection.
  if (socket.writable) socket.end(`${status}${lines.join('')}\r\n${body}`, () => socket.destroy());
  else socket.destroy();
}
