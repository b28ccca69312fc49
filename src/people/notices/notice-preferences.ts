import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { actorOf, type Caller } from '../caller.js';
import { NoticePreferenceRow } from './notice-preference.entity.js';

export type NoticePreference = Pick<
  NoticePreferenceRow,
  'quiet' | 'from' | 'to' | 'days' | 'digest'
>;

export const usualHours: NoticePreference = {
  quiet: true,
  from: '21:00',
  to: '07:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  digest: true,
};

/** When a person is left in peace, and whether what waited comes as one mail. */
@Injectable()
export class NoticePreferences {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  own(caller: Caller): Promise<NoticePreference> {
    return this.door.read(actorOf(caller), (tx) => this.of(tx, caller.id));
  }

  /** @throws request.invalid when it would be quiet for no time, or always */
  async change(caller: Caller, given: NoticePreference): Promise<NoticePreference> {
    if (given.from === given.to)
      throw fieldError('to', 'same', 'Giờ kết thúc trùng giờ bắt đầu.', 'It ends when it begins.');
    const days = [...new Set(given.days)].toSorted((a, b) => a - b);
    const row = { ...given, days, staffId: caller.id, changedAt: this.time.now() };
    await this.door.as(actorOf(caller), (tx) => tx.upsert(NoticePreferenceRow, row, ['staffId']));
    return { ...given, days };
  }

  async of(tx: Tx, staffId: string): Promise<NoticePreference> {
    const row = await tx.findOneBy(NoticePreferenceRow, { staffId });
    if (!row) return usualHours;
    const { quiet, from, to, days, digest } = row;
    return { quiet, from, to, days, digest };
  }
}
