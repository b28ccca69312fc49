import type { Actor } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { existsSync } from 'node:fs';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { AttachmentStore } from '../attachment-store.js';
import { Scanner } from './scanner.js';

const scanner: Actor = { kind: 'system', name: 'scanner' };

const EVERY_MS = 60_000;
const PAGE = 20;

/** Has quarantined files looked at again, until the scanner has said what they are. */
@Injectable()
export class Rescan implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly store: AttachmentStore,
    private readonly scanner: Scanner,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'quarantine not reached');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(EVERY_MS)
  wake(): void {
    if (this.config.workers && this.scanner.present)
      this.rounds.wake((goesOn) => this.round(goesOn));
  }

  /** Goes once through the quarantine while a scanner answers. @returns how many files are out of doubt */
  async round(goesOn = () => true): Promise<number> {
    let settled = 0;
    for (let after = ''; ;) {
      const page = await this.quarantined(after);
      for (const sha256 of page) {
        const path = this.store.pathOf(sha256);
        // A file that is missing is not the scanner's failure.
        const verdict = existsSync(path) ? await this.scanner.look(path) : 'refused';
        if (verdict === null || !goesOn()) return settled;
        if (verdict !== 'refused') settled += await this.settle(sha256, verdict);
      }
      if (page.length < PAGE) return settled;
      after = page.at(-1)!;
    }
  }

  private async quarantined(after: string): Promise<string[]> {
    const rows = await this.door.read(scanner, (tx) =>
      tx.query<{ sha256: string }[]>(
        `select distinct sha256 from attachment where scan = 'quarantined' and sha256 > $1
         order by sha256 limit $2`,
        [after, PAGE],
      ),
    );
    return rows.map(({ sha256 }) => sha256);
  }

  private async settle(sha256: string, scan: 'clean' | 'infected'): Promise<number> {
    await this.door.as(scanner, (tx) =>
      tx.query(`update attachment set scan = $2 where sha256 = $1 and scan = 'quarantined'`, [
        sha256,
        scan,
      ]),
    );
    this.log.fact('quarantined file scanned', { scan });
    return 1;
  }
}
