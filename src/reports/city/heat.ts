import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { comparedPeriods } from './period.js';
import type { HeatView, ReportPeriod } from './reports.dto.js';
import { Tally } from './tally.js';
import { defined, reported } from './views.js';

const unknown = { vi: 'Không rõ', en: 'Not known' };

/** Where in the city: by ward or commune. */
@Injectable()
export class Heat {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, asked: ReportPeriod): Promise<HeatView> {
    const now = this.time.now();
    const compared = comparedPeriods(asked, now, this.city.card.timeZone);
    const { period } = compared;
    const { received, open, late } = await this.door.read(actorOf(caller), async (tx) => {
      const tally = new Tally(tx, now);
      return {
        received: await tally.by('ward', 'received', period),
        open: await tally.by('ward', 'open_now', period),
        late: await tally.by('ward', 'late_now', period),
      };
    });
    const wards = new Set([...received.keys(), ...open.keys(), ...late.keys()]);
    const items = [...wards].map((ward) => ({
      ward,
      name: this.city.area(ward)?.name ?? (ward ? { vi: ward, en: ward } : unknown),
      received: received.get(ward) ?? 0,
      openNow: open.get(ward) ?? 0,
      lateNow: late.get(ward) ?? 0,
    }));
    return {
      ...reported(compared, now),
      definitions: defined('received', 'open_now', 'late_now'),
      items: items.toSorted(
        (a, b) => b.received - a.received || (a.ward ?? '').localeCompare(b.ward ?? ''),
      ),
    };
  }
}
