import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is done with the next call: it is answered by a status, never answered, or its connection is cut. */
type Turn = number | 'hang' | 'cut' | 'redirect' | 'flood';

/** A receiver of webhooks on loopback that does as it is told. */
export class Receiver {
  readonly calls: Call[] = [];
  /** One turn for each coming call; when none is left, `always`. */
  turns: Turn[] = [];
  always: Turn = 204;
  private readonly server: Server;
  private readonly waiting: (() => void)[] = [];

  private constructor() {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.calls.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        this.answer(this.turns.shift() ?? this.always, response);
        for (const tell of this.waiting.splice(0)) tell();
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves once so many calls have come in all. */
  async has(count: number): Promise<void> {
    while (this.calls.length < count)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(turn: Turn, response: ServerResponse): void {
    if (turn === 'hang') return;
    if (turn === 'cut') response.destroy();
    else if (turn === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end();
    else if (turn === 'flood') response.writeHead(200).end('x'.repeat(200_000));
    else response.writeHead(turn).end(turn === 204 ? '' : `trả lời ${turn} `.repeat(50));
  }
}
