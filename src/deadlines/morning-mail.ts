import type { Actor } from '#lifecycle';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { City } from '../catalog/city.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { localTime, minutesOf, minutesOn } from '../platform/local-time.js';
import { Log } from '../platform/logging/log.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { Time } from '../platform/time.js';
import { MORNING } from './morning-list.js';

const timer: Actor = { kind: 'system', name: 'timer' };

// A program that comes up later in the day does not send the morning's list any more.
const [FROM, UNTIL] = [minutesOf('07:30'), minutesOf('12:00')];
const DAY = 24 * 60;

/** Once in each working morning, puts the leader's list into the outbox; what stands on it is read when it is sent. */
@Injectable()
export class MorningMail implements OnApplicationBootstrap {
  private working = false;
  private doneFor = '';

  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.working = this.config.workers;
  }

  @Interval(30_000)
  wake(): void {
    if (!this.working) return;
    this.look().catch((error: unknown) => this.log.failure('morning list not written', error));
  }

  /** Any number of processes may look: the key is taken once a day. */
  async look(): Promise<void> {
    const now = this.time.now();
    const { date, minutes } = localTime(now, this.city.card.timeZone);
    if (this.doneFor === date || minutes < FROM || minutes >= UNTIL) return;
    if (this.isWorkingDay(minutesOn(now, -minutes))) await this.write(date, now);
    this.doneFor = date;
  }

  private isWorkingDay(midnight: Date): boolean {
    const { book } = this.city;
    const calendar = book.calendar(book.policy().calendars.normal);
    return calendar.openBetween(midnight, minutesOn(midnight, DAY)) > 0;
  }

  private async write(date: string, now: Date): Promise<void> {
    const recipient = 'duty:leader';
    await this.door.as(timer, (tx) =>
      tx
        .createQueryBuilder()
        .insert()
        .into(OutboxRow)
        .values({
          key: `${MORNING}/${date}/${recipient}`,
          channel: 'mail',
          complaintId: null,
          recipient,
          template: MORNING,
          data: {},
          createdAt: now,
          nextAt: now,
        })
        .orIgnore()
        .execute(),
    );
  }
}
