import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Link {
  sockets: [Socket, Socket];
  /** Forgotten by the way between: both ends believe in it still. */
  isDead: boolean;
}

/** A TCP way to a server that can be cut, closed, slowed down, or made to swallow what is sent. */
export class FaultProxy {
  private readonly links = new Set<Link>();
  private server: Server;
  private port = 0;
  private delayMs = 0;
  private swallows = false;

  private constructor(private readonly target: URL) {
    this.server = createServer();
  }

  static async before(url: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(url));
    await proxy.open();
    return proxy;
  }

  /** The server's address, by this way. */
  get url(): string {
    const way = new URL(this.target);
    way.host = `127.0.0.1:${this.port}`;
    return way.href;
  }

  /** Nothing listens, and what was open is cut. */
  async close(): Promise<void> {
    this.server.close();
    this.cut();
    await once(this.server, 'close');
  }

  cut(): void {
    for (const { sockets } of this.links) for (const socket of sockets) socket.resetAndDestroy();
  }

  /** Whatever is sent from now on is lost until it is well again; connections can be made and say nothing. */
  swallow(): void {
    this.swallows = true;
  }

  /** What is open now says nothing any more, ever; new connections are well. */
  forget(): void {
    for (const link of this.links) link.isDead = true;
  }

  /** Everything takes so long, each way. */
  slow(ms: number): void {
    this.delayMs = ms;
  }

  async heal(): Promise<void> {
    this.swallows = false;
    this.delayMs = 0;
    if (!this.server.listening) await this.open();
  }

  private async open(): Promise<void> {
    this.server = createServer((near) => this.join(near));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  private join(near: Socket): void {
    const far = connect(Number(this.target.port), this.target.hostname);
    const link: Link = { sockets: [near, far], isDead: false };
    this.links.add(link);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      let last = Promise.resolve();
      from.on('data', (chunk: Buffer) => {
        last = last.then(() => this.carry(link, to, chunk));
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.links.delete(link);
        void last.then(() => to.destroy());
      });
    }
  }

  private async carry(link: Link, to: Socket, chunk: Buffer): Promise<void> {
    if (this.delayMs > 0) await sleep(this.delayMs);
    // What was lost on a connection stays lost: nothing after it may come through.
    link.isDead ||= this.swallows;
    if (!link.isDead && to.writable) to.write(chunk);
  }
}
