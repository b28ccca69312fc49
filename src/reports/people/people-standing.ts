import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { City } from '../../catalog/city.js';
import { Access } from '../../complaints/access.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import type { ListPeopleStanding, PeopleStandingPage, PersonStanding } from './people.dto.js';

// Indexes: complaint_open_by_officer, complaint_event_answer, staff_agency_role.
const counted = `with answer as (
    select e.data->>'agency' as agency, e.data->>'officer' as officer, count(*)::int as answered,
      (count(*) filter (where k.outcome = 'met'))::int as "onTime"
    from complaint_event e join clock k on k.complaint_id = e.complaint_id
      and k.kind = 'handling' and k.unit = e.data->>'agency' and k.stopped_at = e.at
    where e.type = 'answered' and e.at >= $5 and e.at < $6
      and ($1::text[] is null or e.data->>'agency' = any($1))
    group by 1, 2)
  select s.id, s.name, s.role, s.agency, o.open, o.late, o."dueToday", o.waiting,
    coalesce(a.answered, 0) as answered, coalesce(a."onTime", 0) as "onTime"
  from staff s
  left join answer a on a.agency = s.agency and a.officer = s.id::text
  cross join lateral (
    select count(*)::int as open,
      (count(*) filter (where c.status = 'in_progress' and c.due_at < $3))::int as late,
      (count(*) filter (where c.status = 'in_progress' and c.due_at >= $3 and c.due_at < $4))::int
        as "dueToday",
      (count(*) filter (where c.status = 'waiting_filer'))::int as waiting
    from complaint c where c.officer = s.id::text and c.lead = s.agency
      and c.status in ('in_progress', 'waiting_filer')) o
  where s.active and s.agency is not null and ($1::text[] is null or s.agency = any($1))
    and ($2::uuid is null
      or (s.agency, s.name, s.id) > (select p.agency, p.name, p.id from staff p where p.id = $2))
  order by s.agency, s.name, s.id limit $7`;

/** How each person of an agency stands with what they work on. */
@Injectable()
export class PeopleStanding {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async page(
    caller: Caller,
    { agency, after, limit = 50 }: ListPeopleStanding,
  ): Promise<PeopleStandingPage> {
    const now = DateTime.fromJSDate(this.time.now(), { zone: this.city.card.timeZone });
    const month = now.startOf('month');
    const [from, to] = [month.toJSDate(), month.plus({ months: 1 }).toJSDate()];
    const tomorrow = now.startOf('day').plus({ days: 1 }).toJSDate();
    const asked = [
      this.agenciesOf(caller, agency),
      after ?? null,
      now.toJSDate(),
      tomorrow,
      from,
      to,
      limit + 1,
    ];
    const rows = await this.door.read(actorOf(caller), (tx) =>
      tx.query<PersonStanding[]>(counted, asked),
    );
    const items = rows.slice(0, limit);
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      asOf: now.toJSDate().toISOString(),
      items,
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  /** Null: the whole city's. */
  private agenciesOf(caller: Caller, agency: string | undefined): string[] | null {
    const within = this.access.agenciesOf(caller);
    if (agency === undefined) return within;
    return within === null || within.includes(agency) ? [agency] : [];
  }
}
