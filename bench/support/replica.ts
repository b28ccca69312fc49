import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchWorld } from './bench-world.js';
import { Program } from './program.js';

/** The built program as a process of its own, on the database of a bench. */
export class Replica {
  private constructor(
    private readonly program: Program,
    private readonly dataDir: string,
  ) {}

  static async start(world: BenchWorld): Promise<Replica> {
    const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-replica-'));
    const program = await Program.start({
      DATA_DIR: dataDir,
      DATABASE_URL: world.databaseUrl,
      SECRET_KEY_FILE: world.config.secretKeyFile,
      IDENTITY_KEYS_FILE: world.config.identityKeysFile,
      DEMO: 'true',
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      FILING_PROOF: 'off',
    });
    return new Replica(program, dataDir);
  }

  get url(): string {
    return this.program.url;
  }

  memory(): Promise<number> {
    return this.program.memory();
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await this.program.end(signal);
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
