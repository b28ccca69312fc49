import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import { isForeign } from '../people/origin.guard.js';

const options: Partial<ServerOptions> = {
  path: '/socket.io',
  serveClient: false,
  maxHttpBufferSize: 64 * 1024,
  // A deflate context costs each socket more memory than these small messages save.
  perMessageDeflate: false,
  pingInterval: 20_000,
  pingTimeout: 20_000,
  connectTimeout: 10_000,
  // Cross-origin rules of browsers do not reach WebSockets: a page of another site is refused here.
  allowRequest: ({ headers }, callback) =>
    isForeign(headers) ? callback('origin.refused', false) : callback(null, true),
};

/** socket.io on the program's own HTTP server. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext | object,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(app);
  }

  override createIOServer(port: number, given?: ServerOptions): Server {
    const server = super.createIOServer(port, { ...given, ...options } as ServerOptions);
    server.engine.use((_: IncomingMessage, answer: ServerResponse, next: () => void) => {
      for (const [name, value] of Object.entries(this.headers)) answer.setHeader(name, value);
      next();
    });
    // socket.io opens this namespace by itself, to everybody.
    server.of('/').use((_, next) => next(new Error('not_found')));
    return server;
  }
}
