import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DateTime } from 'luxon';
import { setImmediate } from 'node:timers/promises';
import { City } from '../../catalog/city.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { classifier, Models } from './models.js';
import { learnAnew, LOCK, type Try } from './training.js';

const LOOK_MS = 10 * 60_000;

/** When few people write; by the city's clock. */
const FROM = { hour: 2, minute: 30 };
const UNTIL = { hour: 5, minute: 0 };

const done = `select 1 from classifier_model where "by" = 'nightly' and tried_at >= $1 limit 1`;

/**
 * Learns once a night, whatever number of replicas run. Looking at the time instead of waiting for one moment: a
 * program that was down at that moment learns when it is back.
 */
@Injectable()
export class Nightly implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly models: Models,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'the classifier was not trained');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(LOOK_MS)
  wake(): void {
    if (this.config.workers) this.rounds.wake(() => this.run());
  }

  /** Null by day, and when this night's training has been done. */
  async run(): Promise<Try | null> {
    const now = this.time.now();
    const local = DateTime.fromJSDate(now, { zone: this.city.card.timeZone });
    if (local < local.set({ ...FROM, second: 0 }) || local >= local.set(UNTIL)) return null;
    const night = local.set({ ...FROM, second: 0, millisecond: 0 }).toJSDate();
    const tried = await this.door.as(classifier, async (tx) => {
      await tx.query(LOCK);
      if ((await tx.query<unknown[]>(done, [night])).length > 0) return null;
      const { city } = this;
      const { cityDir } = this.config;
      const pause = () => setImmediate<void>(undefined);
      return learnAnew(tx, { city, cityDir, now, by: 'nightly', pause });
    });
    if (!tried) return null;
    const { result, comparison } = tried;
    this.log.fact('classifier trained', { result, ...comparison });
    await this.models.refresh();
    return tried;
  }
}
