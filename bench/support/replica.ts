import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pickFreePort } from '../../src/platform/postgres/ports.js';
import type { BenchWorld } from './bench-world.js';

const READY_WITHIN_MS = 60_000;

/** The built program as a process of its own, on the database of a bench. */
export class Replica {
  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    readonly url: string,
  ) {}

  static async start(world: BenchWorld): Promise<Replica> {
    const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-replica-'));
    const port = String(await pickFreePort());
    const child = spawn(process.execPath, [join('dist', 'src', 'main.js')], {
      env: {
        PATH: process.env['PATH'],
        PORT: port,
        DATA_DIR: dataDir,
        DATABASE_URL: world.databaseUrl,
        SECRET_KEY_FILE: world.config.secretKeyFile,
        IDENTITY_KEYS_FILE: world.config.identityKeysFile,
        DEMO: 'true',
        LOG_LEVEL: 'error',
        RATE_LIMITS: 'off',
        FILING_PROOF: 'off',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const replica = new Replica(child, dataDir, `http://127.0.0.1:${port}`);
    await replica.ready();
    return replica;
  }

  /** Resident memory in MB, as the system counts it. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  private async ready(): Promise<void> {
    const end = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (this.child.exitCode !== null) throw new Error('a replica ended before it was ready');
      if (performance.now() > end) throw new Error('a replica did not become ready');
      await sleep(50);
    }
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill(signal);
      await exit;
    }
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
