import type { Actor, EventType, Role } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { City } from '../../catalog/city.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import type { CenterLoad } from './center.dto.js';
import { waitingTriage } from './waiting-triage.js';

// What somebody has decided counts also where the reader may not see the case: nothing but counts leaves from here.
const reports: Actor = { kind: 'system', name: 'reports' };

const deciding: EventType[] = ['assigned', 'rejected', 'forwarded'];
const reviewing: EventType[] = ['published', 'sent_back'];

// Index: complaint_event_of_center, and complaint_event_number for what came before.
const day = `with acts as (
    select e.actor->>'id' as person, e.complaint_id, e.number, e.type, e.at from complaint_event e
    where e.actor->>'role' in ('operator', 'supervisor') and e.at >= $1 and e.at < $2),
  first as (
    select a.person, extract(epoch from a.at - c.filed_at) / 60 as minutes
    from acts a join complaint c on c.id = a.complaint_id
    where a.type = any($3) and not exists (
      select from complaint_event p where p.complaint_id = a.complaint_id and p.number < a.number
        and p.type = any($3))),
  triaged as (
    select person, count(*)::int as triaged,
      round((percentile_cont(0.5) within group (order by minutes))::numeric, 1)::float as median
    from first group by person),
  done as (
    select person, count(distinct complaint_id)::int as cases, max(at) as last,
      count(*) filter (where type = 'filed')::int as calls,
      count(*) filter (where type = any($4))::int as reviewed
    from acts group by person)
  select s.id, s.name, s.role, coalesce(d.cases, 0) as cases, coalesce(d.calls, 0) as calls,
    coalesce(t.triaged, 0) as triaged, t.median, coalesce(d.reviewed, 0) as reviewed, d.last
  from staff s left join done d on d.person = s.id::text left join triaged t on t.person = s.id::text
  where s.active and s.role in ('operator', 'supervisor')
  order by s.role, d.cases desc nulls last, s.name`;

const definition = {
  vi: 'Từ đầu ngày hôm nay, theo sự kiện trong nhật ký. “Đã phân loại” là phản ánh mà người này là người đầu tiên phân công, không tiếp nhận hoặc chuyển đi; việc hệ thống tự phân công không tính. Trung vị tính từ lúc gửi đến quyết định đó, theo phút đồng hồ, không trừ giờ nghỉ.',
  en: 'Since the beginning of today, by the events of the log. “Triaged” are complaints that this person was the first to assign, reject or send on; what the program assigned by itself does not count. The median is from filing to that decision, in minutes by the clock, hours off included.',
};

interface Row {
  id: string;
  name: string;
  role: Role;
  cases: number;
  calls: number;
  triaged: number;
  median: number | null;
  reviewed: number;
  last: Date | null;
}

/** What each of the center's people has done today. */
@Injectable()
export class OperatorLoads {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async today(caller: Caller): Promise<CenterLoad> {
    const from = DateTime.fromJSDate(this.time.now(), { zone: this.city.card.timeZone }).startOf(
      'day',
    );
    const to = from.plus({ days: 1 });
    const rows = await this.door.read(reports, (tx) =>
      tx.query<Row[]>(day, [from.toJSDate(), to.toJSDate(), deciding, reviewing]),
    );
    const triage = await this.door.read(actorOf(caller), (tx) =>
      waitingTriage(tx, this.city.card.center.code),
    );
    const people = rows.map(({ median, last, ...row }) => ({
      ...row,
      medianMinutes: median,
      lastAt: last?.toISOString() ?? null,
    }));
    return { from: from.toJSDate().toISOString(), triage, people, definition };
  }
}
