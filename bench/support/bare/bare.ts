import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** NestJS on Fastify that validates a ticket and writes it in one statement, and does nothing else. */
export class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(databaseUrl: string): Promise<BareServer> {
    const child = fork(join(import.meta.dirname, 'server.js'), {
      env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
    });
    const [url] = (await once(child, 'message')) as [string];
    return new BareServer(child, `${url}/tickets`);
  }

  async end(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill();
    await exit;
  }
}
