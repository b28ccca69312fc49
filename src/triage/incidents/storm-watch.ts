import { burstsIn, isStorm, usualIn, type Burst, type Seen } from '#incidents';
import type { Words } from '#lifecycle';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { v7 as uuid } from 'uuid';
import { City } from '../../catalog/city.js';
import { inArea, joinable } from '../../complaints/incident-area.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { Membership } from './membership.js';
import { Openings } from './openings.js';
import { keeper, Roll } from './roll.js';

const EVERY_MS = 5000;
const MINUTE = 60_000;

/** Of one number for all replicas: one of them looks at a time. */
const LOOKS = 7_402_614;

// In a worse storm the rest is gathered once the incident is confirmed.
const MOST = 2000;

/** Index: complaint_by_filing. */
const recent = `select c.id, c.category, c.lat, c.lon, c.ward, c.filed_at as "filedAt" from complaint c
  where c.filed_at > $1 and c.incident is null and c.status in ('new', 'waiting_filer', 'assigned', 'in_progress')
    and ${joinable('c')}
  order by c.filed_at desc limit ${MOST}`;

/** What was usual there, and what is known of it already; the area stands as a row. */
const area = `(select $1::double precision as lat, $2::double precision as lon, $3::text[] as wards,
  $4::integer as radius_meters)`;
const before = `select count(*)::int as count from complaint c, ${area} i
  where c.filed_at > $5 and c.filed_at <= $6 and c.category = any($7) and ${inArea('c', 'i')}`;
const known = `select i.id, i.status from incident i, ${area} a
  where i.family = $5 and (i.status in ('proposed', 'open') or (i.status = 'dissolved' and i.ended_at > $6))
    and (case when i.lat is not null and a.lat is not null
      then sqrt(power((i.lat - a.lat) * 111320, 2)
        + power((i.lon - a.lon) * 111320 * cos(radians(a.lat)), 2)) <= i.radius_meters + a.radius_meters
      else i.wards && a.wards end)
  order by i.status = 'proposed' desc limit 1`;

interface Recent {
  id: string;
  category: string | null;
  lat: number | null;
  lon: number | null;
  ward: string | null;
  filedAt: Date;
}

/** Looks for bursts of filings and proposes an incident for each, for an operator to confirm. */
@Injectable()
export class StormWatch implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly members: Membership,
    private readonly openings: Openings,
    private readonly roll: Roll,
    private readonly time: Time,
    log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'storms: not looked for');
  }

  @Interval(EVERY_MS)
  wake(): void {
    if (this.config.workers) this.rounds.wake(() => this.look());
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  /** @returns how many incidents were proposed */
  look(): Promise<number> {
    return this.door.as(keeper, async (tx) => {
      const [{ mine = false } = {}] = await tx.query<{ mine: boolean }[]>(
        'select pg_try_advisory_xact_lock($1, hashtext(current_schema())) as mine',
        [LOOKS],
      );
      if (!mine) return 0;
      let proposed = 0;
      for (const burst of burstsIn(await this.recent(tx), this.city.data.storms))
        proposed += Number(await this.weigh(tx, burst));
      return proposed;
    });
  }

  private async recent(tx: Tx): Promise<Seen[]> {
    const { windowMinutes } = this.city.data.storms;
    const from = new Date(this.time.now().getTime() - windowMinutes * MINUTE);
    const rows = await tx.query<Recent[]>(recent, [from]);
    return rows.flatMap(({ id, category, lat, lon, ward, filedAt }) => {
      const family = this.members.familyOf(category);
      const point = lat === null || lon === null ? null : { lat, lon };
      return family === null ? [] : [{ id, family, point, ward, at: filedAt.getTime() }];
    });
  }

  private async weigh(tx: Tx, burst: Burst): Promise<boolean> {
    const rules = this.city.data.storms;
    const now = this.time.now().getTime();
    const { point } = burst.centre;
    const wards = [...new Set(burst.members.flatMap(({ ward }) => ward ?? []))].toSorted();
    const place = [point?.lat ?? null, point?.lon ?? null, wards, burst.radiusMeters];
    const quietFrom = new Date(now - rules.quietHours * 60 * MINUTE);
    const [same] = await tx.query<Pick<IncidentRow, 'id' | 'status'>[]>(known, [
      ...place,
      burst.family,
      quietFrom,
    ]);
    const windowFrom = new Date(now - rules.windowMinutes * MINUTE);
    const baseFrom = new Date(windowFrom.getTime() - rules.baselineDays * 24 * 60 * MINUTE);
    const [{ count = 0 } = {}] = await tx.query<{ count: number }[]>(before, [
      ...place,
      baseFrom,
      windowFrom,
      this.city.categoriesOf(burst.family),
    ]);
    const usual = usualIn(count, rules);
    if (!isStorm(burst, usual, rules)) return false;
    if (same) {
      if (same.status === 'proposed') await this.grow(tx, same.id, burst, usual);
      return false;
    }
    await this.propose(tx, burst, wards, usual);
    return true;
  }

  /** A proposed one is told anew in its row: how many it is by now. */
  private async grow(tx: Tx, id: string, burst: Burst, usual: number): Promise<void> {
    const members = burst.members.length;
    await tx.update(IncidentRow, { id }, { members, reasons: this.reasons(burst, usual) });
  }

  private async propose(tx: Tx, burst: Burst, wards: string[], usual: number): Promise<void> {
    const { centre, members, radiusMeters, family, since } = burst;
    const first = members[0]!.id;
    const { state } = await this.members.found(tx, first);
    const row: IncidentRow = Object.assign(new IncidentRow(), {
      id: uuid(),
      version: 1,
      status: 'proposed',
      title: this.openings.titleOf(state),
      standingAnswer: null,
      main: first,
      into: null,
      family,
      wards,
      lat: centre.point?.lat ?? null,
      lon: centre.point?.lon ?? null,
      radiusMeters,
      since: new Date(since),
      openedAt: null,
      endedAt: null,
      members: members.length,
      reporters: 0,
      gathering: false,
      published: false,
      reasons: this.reasons(burst, usual),
    } satisfies IncidentRow);
    await this.roll.begin(tx, row, keeper, { cases: members.map(({ id }) => id), usual });
    await this.members.tell(tx, row, keeper, 'proposed');
  }

  private reasons({ members, radiusMeters, since }: Burst, usual: number): Words[] {
    const minutes = Math.max(1, Math.round((this.time.now().getTime() - since) / MINUTE));
    const many = members.length;
    const often = Math.round(usual * 10) / 10;
    return [
      {
        vi: `${many} phản ánh cùng nhóm lĩnh vực trong ${minutes} phút, trong vòng ${radiusMeters} m; bình thường khoảng ${often}.`,
        en: `${many} complaints of one group of categories within ${minutes} minutes and ${radiusMeters} m; about ${often} are usual.`,
      },
    ];
  }
}
