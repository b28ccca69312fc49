import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Longer than the lease of a mail that a killed process had claimed.
const PATIENCE_MS = 100_000;

/** Asks again until it is so. @throws after a while, naming what was waited for */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(20);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The built program as a process of its own, to be killed. */
export class Program {
  private child: ChildProcess | null = null;
  output = '';

  private constructor(
    readonly url: string,
    private readonly env: Record<string, string>,
  ) {}

  static async start(env: Record<string, string>): Promise<Program> {
    const port = String(await freePort());
    const program = new Program(`http://127.0.0.1:${port}`, {
      PORT: port,
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      FILING_PROOF: 'off',
      ...env,
    });
    await program.start();
    return program;
  }

  /** Starts it again, at the same address. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join('dist', 'src', 'main.js')], {
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (text) => (this.output += String(text)));
    child.stderr.on('data', (text) => (this.output += String(text)));
    await until(`the program at ${this.url}`, () => {
      if (child.exitCode !== null) throw new Error(`the program ended: ${this.output}`);
      return this.isReady();
    });
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** @returns its exit code */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  }
}

/** The process id of the embedded PostgreSQL of a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}
