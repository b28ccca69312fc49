import send from '@fastify/send';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { webFolder } from './assets.js';

/** How files are packed beside themselves: the smallest first, and as they are. */
const forms = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
  { encoding: null, ending: '' },
] as const;

const options = { dotfiles: 'ignore', index: false, immutable: true, maxAge: '1y' } as const;

/** Built files under /assets: packed beforehand, and kept by browsers for as long as their names stay. */
export function serveAssets(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get<{ Params: { file: string } }>('/assets/:file', async (request, reply) => {
    const path = `/${encodeURIComponent(request.params.file)}`;
    const found = await fileAt(request, path);
    if (!found) throw new DomainError('not_found');
    const { encoding, file } = found;
    void reply.status(file.statusCode).headers(file.headers).header('vary', 'accept-encoding');
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.type(typeOf(path)).send(file.stream);
  });
}

function typeOf(path: string): string {
  const type = send.mime.getType(path) ?? 'application/octet-stream';
  return send.isUtf8MimeType(type) ? `${type}; charset=utf-8` : type;
}

async function fileAt(request: FastifyRequest, path: string) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  for (const { encoding, ending } of forms) {
    if (encoding && !accepted.includes(encoding)) continue;
    const file = await send(request.raw, path + ending, { ...options, root: webFolder() });
    if (file.type === 'file') return { encoding, file };
  }
  return null;
}
