import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const ASK_EVERY_MS = 200;

/** What stands before replicas: round robin over those that say that they are ready; nothing is tried twice. */
export class Balancer {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private readonly ready = new Set<string>();
  private readonly tunnels = new Set<Socket>();
  private readonly asking: Promise<void>;
  private turn = 0;
  private over = false;

  private constructor(private readonly backends: readonly string[]) {
    this.server = createServer((from, to) => this.pass(from, to));
    this.server.on('upgrade', (from, socket: Socket, head) => this.tunnel(from, socket, head));
    this.asking = Promise.all(backends.map((backend) => this.ask(backend))).then(() => undefined);
  }

  static async over(backends: readonly string[]): Promise<Balancer> {
    const balancer = new Balancer(backends);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Those that it sends people to. */
  get serving(): readonly string[] {
    return this.backends.filter((backend) => this.ready.has(backend));
  }

  async stop(): Promise<void> {
    this.over = true;
    for (const socket of this.tunnels) socket.destroy();
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
    await this.asking;
  }

  private async ask(backend: string): Promise<void> {
    while (!this.over) {
      const answer = await fetch(`${backend}/health/ready`, {
        signal: AbortSignal.timeout(4_000),
      }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) this.ready.add(backend);
      else this.ready.delete(backend);
      await sleep(ASK_EVERY_MS);
    }
  }

  private next(): URL | null {
    const { serving } = this;
    const backend = serving[(this.turn += 1) % serving.length];
    return backend === undefined ? null : new URL(backend);
  }

  private pass(from: IncomingMessage, to: ServerResponse): void {
    const backend = this.next();
    if (!backend) return void to.writeHead(503).end();
    const { agent } = this;
    const { hostname, port } = backend;
    const { method, headers, url: path } = from;
    const asked = request({ agent, hostname, port, method, headers, path }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    asked.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    from.pipe(asked);
  }

  private tunnel({ url, rawHeaders }: IncomingMessage, near: Socket, head: Buffer): void {
    const backend = this.next();
    if (!backend) return void near.destroy();
    const far = connect(Number(backend.port), backend.hostname, () => {
      const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      far.write(`GET ${url} HTTP/1.1\r\n${lines.join('')}\r\n`);
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.tunnels.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.tunnels.delete(one);
        other.destroy();
      });
    }
  }
}
