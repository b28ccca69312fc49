import type { Actor } from '#lifecycle';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Time } from '../../platform/time.js';
import { AttachmentStore, FOLDERS } from '../attachment-store.js';

const sweeper: Actor = { kind: 'system', name: 'sweeper' };

// One of 256 folders each time, by the clock: a round takes under a day, and a restart does not begin it anew.
const EVERY_MS = 300_000;

/** Removes files that no complaint names: those of filings that were not written in the end. */
@Injectable()
export class StoreSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private working = false;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly door: Door,
    private readonly store: AttachmentStore,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.working = this.config.workers;
  }

  async onModuleDestroy(): Promise<void> {
    this.working = false;
    await this.running;
  }

  @Interval(EVERY_MS)
  wake(): void {
    if (!this.working || this.running) return;
    const turn = Math.floor(this.time.now().getTime() / EVERY_MS) % FOLDERS.length;
    this.running = this.sweep([FOLDERS[turn]!])
      .catch((error: unknown) => this.log.failure('files not swept', error))
      .finally(() => (this.running = null));
  }

  /** @returns how many files were removed */
  async sweep(folders: readonly string[] = FOLDERS): Promise<number> {
    await this.store.clearArriving();
    let removed = 0;
    for (const folder of folders) {
      const old = await this.store.oldFiles(folder);
      const named = await this.named(old);
      for (const sha256 of old)
        if (!named.has(sha256) && (await this.store.removeOld(sha256))) removed += 1;
    }
    if (removed > 0) this.log.fact('files that nothing names removed', { removed });
    return removed;
  }

  private async named(files: string[]): Promise<Set<string>> {
    const rows = await this.door.read(sweeper, (tx) =>
      tx.query<{ sha256: string }[]>('select sha256 from attachment where sha256 = any($1)', [
        files,
      ]),
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }
}
