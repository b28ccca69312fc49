import { compare, type Matter } from '#likeness';
import { Injectable } from '@nestjs/common';
import { Access } from '../../complaints/access.js';
import type { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Masking } from '../../complaints/masking.js';
import { itemOf } from '../../complaints/queue.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { candidates } from './candidates.js';
import { MatterReader } from './matter-reader.js';
import { shownReason } from './shown-reason.js';
import type { SimilarCase, SimilarCases as SimilarCasesView } from './similar.dto.js';

const SHOWN = 20;

/** What a caller sees of other cases that likely tell of the same event: open ones, and those that ended lately. */
@Injectable()
export class SimilarCases {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly reader: MatterReader,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, id: string): Promise<SimilarCasesView> {
    const { matter, rows } = await this.door.read(actorOf(caller), async (tx) => {
      const row = await this.access.require(tx, id);
      const matter = this.matterOf(caller, row);
      const categories = this.reader.siblings(matter).map(({ code }) => code);
      const among = `status <> 'rejected' and not anonymised`;
      const asked = { categories, unclassified: true, among, slackMeters: 0 };
      return { matter, rows: await candidates(tx, matter, asked) };
    });
    const found = rows
      .filter((row) => row.id !== id)
      .map((row) => ({ row, ...compare(matter, this.matterOf(caller, row)) }))
      .filter(({ verdict }) => verdict !== 'unlike')
      .toSorted((a, b) => b.score - a.score)
      .slice(0, SHOWN);
    const now = this.time.now();
    const items = found.map(({ row, score, verdict, meters, reasons }): SimilarCase => ({
      ...itemOf(row, now, this.masking.shownTo(caller, row)),
      score: Number(score.toFixed(3)),
      verdict,
      meters: meters === null ? null : Math.round(meters),
      lat: row.lat,
      lon: row.lon,
      reasons: reasons.map(shownReason),
    }));
    return { items };
  }

  /** By the words as the caller is shown them: a reason must not tell of others. */
  private matterOf(caller: Caller, row: ComplaintRow): Matter {
    const shown = this.masking.shownTo(caller, row);
    const { category, filedAt: at, lat, lon, ward, address, text } = row;
    return this.reader.read({
      category,
      at,
      point: lat === null || lon === null ? null : { lat, lon },
      ward,
      address: address && shown(address),
      text: shown(text),
    });
  }
}
