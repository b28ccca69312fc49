import type { Actor } from '#lifecycle';
import { scopeOf } from '#permissions';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { daysOf, instantsOf } from '../../catalog/days.js';
import type { Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { definitions } from './definitions.js';
import type { AgencyReturns, ListReturns, ReturnRanking } from './returns.dto.js';

// An agency sees no complaint any more that it has returned, and counts it all the same.
const ranking: Actor = { kind: 'system', name: 'returns' };

// A pause that is open stops the clock, whatever its date says.
const paused = `coalesce(k.pauses->-1->'to' = 'null'::jsonb, false)`;

/** Each assignment of the days with its acceptance clock and what ended it. Indexes: complaint_event_assignment, complaint_event_number. */
const counted = `with given as (
    select complaint_id, number, clocks, data->>'lead' as agency from complaint_event
    where type = 'assigned' and at >= $1 and at < $2
      and ($3::text[] is null or data->>'lead' = any($3)))
  select g.agency, count(*)::int as received,
    (count(*) filter (where k.outcome = 'met'))::int as "acceptedInTime",
    (count(*) filter (where k.outcome = 'late' or k.breached_at is not null
      or (k.outcome is null and k.due_at < $4 and not ${paused})))::int as late,
    (count(*) filter (where k.outcome is null and k.breached_at is null
      and (k.due_at >= $4 or ${paused})))::int as waiting,
    (count(*) filter (where ended.type = 'returned'))::int as returned,
    (count(*) filter (where ended.type = 'returned' and exists (
      select from complaint_event d where d.complaint_id = g.complaint_id and d.number > ended.number
        and d.type = 'assigned' and d.data->>'lead' = g.agency
        and (d.data->>'binding')::boolean)))::int as overturned
  from given g
  left join clock k on k.complaint_id = g.complaint_id and k.id = (
    select p->>'id' from jsonb_array_elements(g.clocks) p
    where p->>'kind' = 'acceptance' and p->>'unit' = g.agency)
  left join lateral (
    select e.type, e.number from complaint_event e
    where e.complaint_id = g.complaint_id and e.number > g.number
      and e.type in ('returned', 'assigned', 'recalled')
    order by e.number limit 1) ended on true
  group by g.agency order by returned desc, received desc, g.agency`;

type Counted = Omit<AgencyReturns, 'name' | 'returnedShare' | 'overturnedShare'>;

const shareOf = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/** What agencies did with what they were assigned: the ranking of returns, counted from the log. */
@Injectable()
export class Returns {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** @throws request.invalid for days that are none, or more than a year of them */
  async ranking(caller: Caller, asked: ListReturns): Promise<ReturnRanking> {
    const now = this.time.now();
    const zone = this.city.card.timeZone;
    const days = daysOf(asked, now, zone);
    const { from, until } = instantsOf(days, zone);
    const rows = await this.door.read(ranking, (tx) =>
      tx.query<Counted[]>(counted, [from, until, this.agenciesOf(caller), now]),
    );
    return { ...days, definitions, items: rows.map((row) => this.viewOf(row)) };
  }

  /** Null for the whole city. */
  private agenciesOf({ role, agency }: Caller): string[] | null {
    if (scopeOf(role, 'returns.read') === 'city') return null;
    return agency === null ? [] : this.city.withSubordinates(agency);
  }

  private viewOf(row: Counted): AgencyReturns {
    return {
      ...row,
      name: this.city.agency(row.agency)?.name ?? { vi: row.agency, en: row.agency },
      returnedShare: shareOf(row.returned, row.received),
      overturnedShare: shareOf(row.overturned, row.returned),
    };
  }
}
