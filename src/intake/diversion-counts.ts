import type { Actor } from '#lifecycle';
import type { Verdict } from '#diversion';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { City } from '../catalog/city.js';
import { daysOf } from '../catalog/days.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import type { DiversionCount, Diversions, ListDiversions } from './diversion.dto.js';

type Diverted = Extract<Verdict, { do: 'divert' }>;

const system: Actor = { kind: 'system', name: 'diversion' };

const count = `insert into diversion_count (day, procedure, channel, certainty, count) values ($1, $2, $3, $4, 1)
  on conflict (day, procedure, channel, certainty) do update set count = diversion_count.count + 1`;

/** Counts what was diverted, by day of the city. It counts answers: a filing that is sent twice counts twice. */
@Injectable()
export class DiversionCounts {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Never fails: whoever is diverted is told where to go, also while nothing can be counted. */
  async add({ procedure, certainty }: Diverted, channel: string): Promise<void> {
    try {
      const day = this.today().toISODate();
      await this.door.as(system, (tx) => tx.query(count, [day, procedure, channel, certainty]));
    } catch (error) {
      this.log.failure('a diversion was not counted', error);
    }
  }

  /** @throws request.invalid for days that are none, or more than a year of them */
  async list(caller: Caller, asked: ListDiversions): Promise<Diversions> {
    const range = daysOf(asked, this.time.now(), this.city.card.timeZone);
    const items = await this.door.read(actorOf(caller), (tx) =>
      tx.query<DiversionCount[]>(
        `select day::text, procedure, channel, certainty, count from diversion_count
         where day between $1 and $2 order by day, procedure, channel, certainty`,
        [range.from, range.to],
      ),
    );
    return { ...range, items };
  }

  private today(): DateTime {
    return DateTime.fromJSDate(this.time.now(), { zone: this.city.card.timeZone }).startOf('day');
  }
}
