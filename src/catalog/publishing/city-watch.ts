import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { City } from '../city.js';

/** Takes up what other replicas publish, and what comes into force by its date. */
@Injectable()
export class CityWatch implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly city: City,
    log: Log,
  ) {
    this.rounds = new Rounds(log, 'city data: newer versions could not be taken up');
  }

  @Interval(2000)
  wake(): void {
    this.rounds.wake(() => this.city.refresh());
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.end();
  }
}
