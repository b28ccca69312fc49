import type { Actor } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { AttachmentStore, FOLDERS } from '../attachment-store.js';

const sweeper: Actor = { kind: 'system', name: 'sweeper' };

// One of 256 folders each time, by the clock: a round takes under a day, and a restart does not begin it anew.
const EVERY_MS = 300_000;

/** Removes files that no complaint names: those of filings that were not written in the end. */
@Injectable()
export class StoreSweep implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly store: AttachmentStore,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'files not swept');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(EVERY_MS)
  wake(): void {
    if (!this.config.workers) return;
    const turn = Math.floor(this.time.now().getTime() / EVERY_MS) % FOLDERS.length;
    this.rounds.wake(() => this.sweep([FOLDERS[turn]!]));
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
