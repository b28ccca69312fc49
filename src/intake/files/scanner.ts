import { Inject, Injectable } from '@nestjs/common';
import type { Scan } from '../../complaints/attachment.entity.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { askClamd, type Verdict } from './clamd.js';

// A scanner that hangs costs one filing its five seconds, not every one of them.
const REST_MS = 10_000;

/** Has files looked at for malware, where there is a scanner. */
@Injectable()
export class Scanner {
  private restUntil = 0;
  private readonly address: string | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly log: Log,
  ) {
    this.address = config.clamdHost;
  }

  get present(): boolean {
    return this.address !== undefined;
  }

  /** A file that has just arrived: whoever sends it does not wait for a scanner that is not there. */
  async scan(path: string): Promise<Scan> {
    if (!this.present) return 'not_scanned';
    if (performance.now() < this.restUntil) return 'quarantined';
    const verdict = await this.look(path);
    return verdict === null || verdict === 'refused' ? 'quarantined' : verdict;
  }

  /** null: no scanner answered. */
  async look(path: string): Promise<Verdict | null> {
    if (this.address === undefined) return null;
    try {
      const verdict = await askClamd(this.address, path);
      this.restUntil = 0;
      return verdict;
    } catch (error) {
      this.restUntil = performance.now() + REST_MS;
      this.log.failure('clamd does not answer', error);
      return null;
    }
  }
}
