import type { Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { inArea, joinable } from '../../complaints/incident-area.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { Door, prepared } from '../../platform/database/door.js';
import { Membership } from './membership.js';
import { keeper, Roll } from './roll.js';

const alike: Words[] = [
  {
    vi: 'Cùng nhóm lĩnh vực, cùng khu vực và cùng thời gian với sự vụ đang diễn ra.',
    en: 'Of the same group of categories, area and time as the incident that is going on.',
  },
];

/**
 * Of each incident that gathers the first that is like it: without one nothing is looked at. Whoever works on a
 * complaint already, and whoever was taken out, is left alone. Index: complaint_by_filing.
 */
const next = `select first.id, i.id as incident from incident i cross join lateral (
    select c.id, c.filed_at from complaint c
    where c.filed_at >= i.since and c.incident is null
      and c.status in ('new', 'assigned') and ${joinable('c')}
      and c.category in (select code from jsonb_to_recordset($1::jsonb) as f(code text, family text)
        where f.family = i.family)
      and ${inArea('c', 'i')} and c.id <> all($2::uuid[])
      and not exists (select from complaint_event l where l.complaint_id = c.id and l.type = 'left')
    order by c.filed_at, c.id limit 1 for update of c skip locked) first
  where i.status = 'open' and i.gathering
  order by first.filed_at, first.id limit 1`;

/** Lets whoever files the same near an open incident join it, while it gathers. */
@Injectable()
export class Gatherer {
  private readonly families: string;

  constructor(
    private readonly door: Door,
    private readonly members: Membership,
    private readonly roll: Roll,
    city: City,
  ) {
    this.families = JSON.stringify(
      city.data.categories.map(({ code, group }) => ({ code, family: group.code })),
    );
  }

  /** @returns the id of the complaint that joined, or null when none waits */
  async joinNext(but: readonly string[], touched: Set<string>): Promise<string | null> {
    let claimed: string | null = null;
    try {
      await this.door.as(keeper, async (tx) => {
        const values = [this.families, but];
        const [found] = await prepared<{ id: string; incident: string }>(
          tx,
          'incident_gathers',
          next,
          values,
        );
        if (!found) return;
        claimed = found.id;
        const row = await tx.findOneByOrFail(IncidentRow, { id: found.incident });
        await this.members.join(tx, row, found.id, keeper, alike);
        await this.roll.log(tx, row.id, keeper, 'joined', { cases: [found.id] });
        touched.add(row.id);
      });
      return claimed;
    } catch (error) {
      throw claimed === null ? error : Object.assign(error as Error, { claimed });
    }
  }
}
