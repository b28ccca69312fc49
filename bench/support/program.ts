import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pickFreePort } from '../../src/platform/postgres/ports.js';

const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 20;

/** The built program as a process of its own. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @returns it when it is ready */
  static async start(env: Record<string, string>): Promise<Program> {
    const port = String(await pickFreePort());
    const child = spawn(process.execPath, [join('dist', 'src', 'main.js')], {
      env: { PATH: process.env['PATH'], PORT: port, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const program = new Program(child, `http://127.0.0.1:${port}`);
    await program.ready();
    return program;
  }

  /** Resident memory in MB, as the system counts it. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }

  private async ready(): Promise<void> {
    const end = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (this.child.exitCode !== null) throw new Error('a program ended before it was ready');
      if (performance.now() > end) throw new Error('a program did not become ready');
      await sleep(LOOK_EVERY_MS);
    }
  }
}
