import { hotSpots, type Cell } from '#likeness';
import { Injectable } from '@nestjs/common';
import type { Category } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { rounded } from '../../complaints/published.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { daysOf } from '../days.js';
import type { HotSpot, HotSpotFilter, HotSpots as HotSpotsView } from './repeats.dto.js';

/** Cells are about 100 m wide; what is within this of the fullest is one spot. */
const REACH_METERS = 150;
const LEAST = 2;
const MOST_CELLS = 2000;
const SHOWN = 100;

interface Counted extends Cell {
  ward: string | null;
  agency: string | null;
  repeats: number;
  first: Date;
  last: Date;
}

const counted = `select k.family, round(c.lat::numeric, 3)::float8 as lat, round(c.lon::numeric, 3)::float8 as lon,
    mode() within group (order by c.ward) as ward, mode() within group (order by c.lead) as agency,
    count(*)::int as count, count(c.repeat_of)::int as repeats,
    min(c.filed_at) as first, max(c.filed_at) as last
  from unnest($1::text[], $2::text[]) as k (category, family)
    join complaint c on c.category = k.category
  where c.filed_at >= $3 and c.filed_at < $4 and c.lat is not null
    and c.kind = 'report' and c.status <> 'rejected'
  group by 1, 2, 3 order by count desc, last desc limit ${MOST_CELLS}`;

const definition = {
  vi: `Phản ánh cùng nhóm lĩnh vực trong vòng ${REACH_METERS} m quanh chỗ nhiều nhất, gửi trong kỳ, không bị từ chối; từ ${LEAST} phản ánh trở lên.`,
  en: `Reports of one group of categories within ${REACH_METERS} m of the fullest place, filed in the period and not rejected; ${LEAST} or more.`,
};

/** Where the same keeps happening, of what the caller may see. Index: complaint_near. */
@Injectable()
export class HotSpots {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, { category, ...period }: HotSpotFilter): Promise<HotSpotsView> {
    const { timeZone: zone } = this.city.card;
    const bounds = { now: this.time.now(), zone, usual: 90, most: 184 };
    const { from, to, start, end } = daysOf(period, bounds);
    const asked = this.asked(category);
    const cells = await this.door.read(actorOf(caller), (tx) =>
      tx.query<Counted[]>(counted, [
        asked.map(({ code }) => code),
        asked.map(({ group }) => group.code),
        start,
        end,
      ]),
    );
    const items = hotSpots(cells, REACH_METERS)
      .map((spot) => this.viewOf(spot))
      .filter(({ count }) => count >= LEAST)
      .toSorted((a, b) => b.count - a.count || b.repeats - a.repeats)
      .slice(0, SHOWN);
    return { from, to, definition, items };
  }

  /** The categories that have a place of their own. @throws request.invalid for one that is none */
  private asked(code: string | undefined): Category[] {
    const located = this.city.data.categories.filter(({ duplicate }) => duplicate.radiusMeters > 0);
    if (code === undefined) return located;
    if (!this.city.category(code))
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    return located.filter((category) => category.code === code);
  }

  private viewOf(cells: [Counted, ...Counted[]]): HotSpot {
    const [center] = cells;
    const { family, lat, lon, ward, agency } = center;
    const known = this.city.data.categories.find(({ group }) => group.code === family);
    const total = (one: 'count' | 'repeats') => cells.reduce((sum, cell) => sum + cell[one], 0);
    const times = cells.flatMap(({ first, last }) => [first.getTime(), last.getTime()]);
    return {
      family,
      name: known?.group.name ?? { vi: family, en: family },
      count: total('count'),
      repeats: total('repeats'),
      lat: rounded(lat) ?? lat,
      lon: rounded(lon) ?? lon,
      ward: this.city.area(ward)?.name ?? null,
      agency,
      first: new Date(Math.min(...times)).toISOString(),
      last: new Date(Math.max(...times)).toISOString(),
    };
  }
}
