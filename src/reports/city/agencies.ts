import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { Figure } from '../../complaints/figures/figures.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { rankingDefinition } from './definitions.js';
import { comparedPeriods } from './period.js';
import { LEAST_TO_RANK, ranked } from './ranking.js';
import type { AgenciesView, ReportPeriod } from './reports.dto.js';
import { Tally } from './tally.js';
import { defined, reported } from './views.js';

const columns = {
  received: 'received',
  resolved: 'resolved',
  kept: 'kept',
  broken: 'broken',
  openNow: 'open_now',
  lateNow: 'late_now',
  returned: 'returned',
  repeats: 'repeats',
  rated: 'rated',
  satisfied: 'satisfied',
} as const satisfies Record<string, Figure>;

type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

/** Every agency that had something to do in a period, each among its like. */
@Injectable()
export class Agencies {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, asked: ReportPeriod): Promise<AgenciesView> {
    const now = this.time.now();
    const compared = comparedPeriods(asked, now, this.city.card.timeZone);
    const counted = await this.door.read(actorOf(caller), async (tx) => {
      const tally = new Tally(tx, now);
      const found = {} as Record<Column, Map<string, number>>;
      for (const name of names) found[name] = await tally.byAgency(columns[name], compared.period);
      return found;
    });
    const codes = [...new Set(names.flatMap((name) => [...counted[name].keys()]))];
    const rows = codes.map((agency) => {
      const known = this.city.agency(agency);
      const of = (name: Column) => counted[name].get(agency) ?? 0;
      return {
        agency,
        name: known?.name ?? { vi: agency, en: agency },
        type: known?.type ?? 'unknown',
        received: of('received'),
        resolved: of('resolved'),
        kept: of('kept'),
        broken: of('broken'),
        openNow: of('openNow'),
        lateNow: of('lateNow'),
        returned: of('returned'),
        repeats: of('repeats'),
        rated: of('rated'),
        satisfied: of('satisfied'),
      };
    });
    return {
      ...reported(compared, now),
      ranking: rankingDefinition(LEAST_TO_RANK),
      definitions: defined(...Object.values(columns)),
      items: ranked(rows),
    };
  }
}
