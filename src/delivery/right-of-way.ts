import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door, prepared } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { delivery } from './outbox.js';

/** From this lag of the timers on mails wait. */
const BEHIND_MS = 2000;

/** So long at most, so that a storm of deadlines delays mails and does not stop them. */
const LONGEST_MS = 60_000;

/** Steps that fall due by the thousand are fired before the mails that they make are sent. */
@Injectable()
export class RightOfWay {
  private since: number | null = null;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Pick<Config, 'workers'>,
  ) {}

  /** Whether mails leave the machine to the timers now. */
  async isTaken(): Promise<boolean> {
    const now = this.time.now().getTime();
    if (!this.config.workers || !(await this.areTimersBehind(now))) {
      this.since = null;
      return false;
    }
    this.since ??= now;
    return now - this.since < LONGEST_MS;
  }

  /**
   * Index: complaint_next, backwards: where steps wait there is one at once, while from its beginning on the index is
   * full of what has been fired just now.
   */
  private areTimersBehind(now: number): Promise<boolean> {
    return this.door.read(delivery, async (tx) => {
      const found = await prepared(
        tx,
        'timers_behind',
        'select 1 from complaint where next_at < $1 order by next_at desc limit 1',
        [new Date(now - BEHIND_MS)],
      );
      return found.length > 0;
    });
  }
}
