import { Injectable } from '@nestjs/common';
import { Limits } from '../../platform/limits/limits.js';
import { Time } from '../../platform/time.js';

const MINUTE = 60_000;

/** How many complaints are filed, over all replicas. */
@Injectable()
export class FilingRate {
  constructor(
    private readonly limits: Limits,
    private readonly time: Time,
  ) {}

  async count(): Promise<void> {
    await this.limits.charge('filing_rate', String(this.minute()));
  }

  /** The larger of this minute's number and the last one's: a minute that has just begun says nothing. */
  async aMinute(): Promise<number> {
    const minutes = [this.minute(), this.minute() - 1];
    const counts = minutes.map((one) => this.limits.count('filing_rate', String(one)));
    return Math.max(...(await Promise.all(counts)));
  }

  private minute(): number {
    return Math.floor(this.time.now().getTime() / MINUTE);
  }
}
