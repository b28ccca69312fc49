import { attribution } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Access } from '../complaints/access.js';
import { ClockRow } from '../complaints/clock.entity.js';
import { standingSql } from '../complaints/figures/standing-sql.js';
import { clockOf } from '../complaints/record.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Door, type Tx } from '../platform/database/door.js';
import { fieldError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { definitions } from './standing-words.js';
import type { AgencyStanding, StandingCounts, StandingPeriod } from './standing.dto.js';

// Broken promises are added up one by one by their calendars: a quarter of them is what a request may cost.
const LONGEST_DAYS = 92;

const PAGE = 500;

const DAY = 86_400_000;
const HOUR = 3_600_000;

interface Asked {
  from: Date;
  to: Date;
  now: Date;
  /** Null: the whole city. */
  agencies: string[] | null;
}

interface Counted extends StandingCounts {
  agency: string;
  kind: 'resolution' | 'handling';
}

// Index: clock_by_due.
const counts = `with judged as (
  select k.kind,
    case k.kind when 'handling' then k.unit else coalesce(c.lead, c.center) end as agency,
    ${standingSql('$3')} as standing
  from clock k join complaint c on c.id = k.complaint_id
  where k.kind in ('resolution', 'handling') and k.due_at >= $1 and k.due_at < $2
    and k.outcome is distinct from 'cancelled')
select agency, kind, count(*)::int as total,
  count(*) filter (where standing = 'onTime')::int as "onTime",
  count(*) filter (where standing = 'onTimeExtended')::int as "onTimeExtended",
  count(*) filter (where standing = 'late')::int as late,
  count(*) filter (where standing = 'open')::int as open,
  count(*) filter (where standing = 'openLate')::int as "openLate"
from judged where $4::text[] is null or agency = any($4) group by agency, kind`;

const none: StandingCounts = {
  total: 0,
  onTime: 0,
  onTimeExtended: 0,
  late: 0,
  open: 0,
  openLate: 0,
};

/** How the agencies stand with the deadlines of a period: one line an agency. */
@Injectable()
export class Standing {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async report(caller: Caller, period: StandingPeriod) {
    const asked = this.read(caller, period);
    const { from, to, now } = asked;
    const agencies = await this.door.read(actorOf(caller), async (tx) => {
      const { from: since, to: until, agencies: within } = asked;
      const counted = await tx.query<Counted[]>(counts, [since, until, now, within]);
      return this.lines(counted, await this.lateTime(tx, asked));
    });
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      asOf: now.toISOString(),
      agencies,
      definitions,
    };
  }

  private read(caller: Caller, period: StandingPeriod): Asked {
    const [from, to] = [new Date(period.from), new Date(period.to)];
    const days = (to.getTime() - from.getTime()) / DAY;
    if (days <= 0 || days > LONGEST_DAYS)
      throw fieldError(
        'to',
        'out_of_range',
        `Kỳ báo cáo dài từ trên 0 đến ${LONGEST_DAYS} ngày.`,
        `A period is more than 0 and at most ${LONGEST_DAYS} days long.`,
      );
    const agencies = this.access.agenciesOf(caller);
    return { from, to, now: this.time.now(), agencies };
  }

  /** Milliseconds of broken promises by the agency in whose hands they passed. */
  private async lateTime(tx: Tx, asked: Asked): Promise<Map<string, number>> {
    const sums = new Map<string, number>();
    const now = asked.now.toISOString();
    let last: ClockRow | undefined;
    for (;;) {
      const page = await this.brokenPage(tx, asked, last);
      for (const row of page)
        for (const { unit, late } of attribution(clockOf(row), this.city.book, now))
          if (late > 0 && (asked.agencies === null || asked.agencies.includes(unit)))
            sums.set(unit, (sums.get(unit) ?? 0) + late);
      last = page.at(-1);
      if (page.length < PAGE) return sums;
    }
  }

  private brokenPage(tx: Tx, { from, to, now }: Asked, last?: ClockRow): Promise<ClockRow[]> {
    const query = tx
      .createQueryBuilder(ClockRow, 'k')
      .where(`k.kind = 'resolution' and k.dueAt >= :from and k.dueAt < :to`, { from, to })
      .andWhere(`(k.outcome = 'late' or k.outcome is null and k.dueAt < :now)`, { now })
      .orderBy('k.dueAt')
      .addOrderBy('k.complaintId')
      .addOrderBy('k.id')
      .limit(PAGE);
    if (last)
      query.andWhere('(k.dueAt, k.complaintId, k.id) > (:due, :complaint::uuid, :id)', {
        due: last.dueAt,
        complaint: last.complaintId,
        id: last.id,
      });
    return query.getMany();
  }

  private lines(counted: Counted[], late: Map<string, number>): AgencyStanding[] {
    const codes = new Set([...counted.map(({ agency }) => agency), ...late.keys()]);
    return [...codes].toSorted().map((agency) => {
      const of = (wanted: Counted['kind']) => {
        const found = counted.find((one) => one.agency === agency && one.kind === wanted);
        if (!found) return none;
        const { agency: _, kind: __, ...figures } = found;
        return figures;
      };
      return {
        agency,
        name: this.city.agency(agency)?.name ?? { vi: agency, en: agency },
        promised: of('resolution'),
        owed: of('handling'),
        lateHours: Math.round(((late.get(agency) ?? 0) / HOUR) * 10) / 10,
      };
    });
  }
}
