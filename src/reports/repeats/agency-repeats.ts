import type { Actor } from '#lifecycle';
import { scopeOf } from '#permissions';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { recurrenceDays } from '../../catalog/recurrence.js';
import type { Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { daysOf } from '../days.js';
import type { AgenciesRepeats, Period } from './repeats.dto.js';

// What came back can be with another agency by now: it counts all the same, and nothing but counts leaves from here.
const reports: Actor = { kind: 'system', name: 'reports' };

const counted = `select c.lead as agency, count(*)::int as answers,
    count(*) filter (where exists (
      select from complaint r where r.repeat_of = c.id and r.status <> 'rejected'))::int as repeated
  from complaint c
  where c.category = any($1::text[]) and c.resolved_at >= $2 and c.resolved_at < $3
    and c.status in ('resolved', 'closed') and c.lead is not null
    and ($4::text[] is null or c.lead = any($4::text[]))
  group by c.lead order by repeated desc, answers desc, agency`;

const definition = {
  vi: 'Trong số kết quả đã công bố trong kỳ và còn hiệu lực, thuộc các lĩnh vực có thời hạn tái diễn: có bao nhiêu việc mà cùng việc, cùng chỗ lại được phản ánh trong thời hạn tái diễn của lĩnh vực, không bị từ chối. Kết quả chưa hết thời hạn còn có thể tái diễn.',
  en: 'Of the answers published in the period that still stand, in categories that know repeats: after how many the same thing at the same place was reported again within the category’s recurrence window and not rejected. Answers whose window is not over may still be repeated.',
};

/** How often what an agency has answered came back. Index: complaint_fixed. */
@Injectable()
export class AgencyRepeats {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, period: Period): Promise<AgenciesRepeats> {
    const { timeZone: zone } = this.city.card;
    const bounds = { now: this.time.now(), zone, usual: 90, most: 366 };
    const { from, to, start, end } = daysOf(period, bounds);
    const categories = this.city.data.categories
      .filter((category) => recurrenceDays(category, this.city.card) !== null)
      .map(({ code }) => code);
    const rows = await this.door.read(reports, (tx) =>
      tx.query<{ agency: string; answers: number; repeated: number }[]>(counted, [
        categories,
        start,
        end,
        this.agenciesOf(caller),
      ]),
    );
    const items = rows.map(({ agency, answers, repeated }) => ({
      agency,
      name: this.city.agency(agency)?.name ?? { vi: agency, en: agency },
      answers,
      repeated,
      rate: Number((repeated / answers).toFixed(3)),
    }));
    return { from, to, definition, items };
  }

  /** Null: the whole city's. */
  private agenciesOf({ role, agency }: Caller): string[] | null {
    if (scopeOf(role, 'repeat.read') === 'city') return null;
    return agency === null ? [] : this.city.withSubordinates(agency);
  }
}
