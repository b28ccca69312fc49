import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Limits } from '../../platform/limits/limits.js';
import { Time } from '../../platform/time.js';

const MINUTE = 60_000;
const TELL_MS = 1000;

/** How many complaints are filed, over all replicas. */
@Injectable()
export class FilingRate {
  /** What this process has not told the others yet, by minute: one row for all would make filings wait in line. */
  private readonly untold = new Map<number, number>();

  constructor(
    private readonly limits: Limits,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  count(): void {
    const minute = this.minute();
    this.untold.set(minute, (this.untold.get(minute) ?? 0) + 1);
  }

  /** The larger of this minute's number and the last one's: a minute that has just begun says nothing. */
  async aMinute(): Promise<number> {
    const counts = [this.minute(), this.minute() - 1].map(
      async (one) =>
        (await this.limits.count('filing_rate', String(one))) + (this.untold.get(one) ?? 0),
    );
    return Math.max(...(await Promise.all(counts)));
  }

  @Interval(TELL_MS)
  async tell(): Promise<void> {
    if (!this.config.workers) return;
    const told = [...this.untold];
    this.untold.clear();
    for (const [minute, count] of told)
      await this.limits.charge('filing_rate', String(minute), count);
  }

  private minute(): number {
    return Math.floor(this.time.now().getTime() / MINUTE);
  }
}
