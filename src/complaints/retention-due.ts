import { City } from '../catalog/city.js';
import { endOfKept } from '../catalog/retention.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { retention } from './anonymiser.js';

export interface Due {
  category: string | null;
  count: number;
  /** What ended at this instant or before is due. */
  until: Date;
}

/** A place in the order in which complaints of a category ended; the time as the database writes it. */
export interface Ended {
  endedAt: string;
  id: string;
}

const start: Ended = { endedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Finds the ended complaints whose time is over. */
export class RetentionDue {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** How many are due in each category that has any; `before` only narrows: what ended earlier than that. */
  async count(before: Date | null = null): Promise<Due[]> {
    const counted: Due[] = [];
    for (const category of await this.categories()) {
      const until = this.until(category, before);
      const [row] = await this.door.read(retention, (tx) =>
        tx.query<{ count: number }[]>(
          `select count(*)::int as count from complaint
           where ${ofCategory(category)} and ended_at <= $1 and not anonymised`,
          [until, ...given(category)],
        ),
      );
      if (row && row.count > 0) counted.push({ category, until, count: row.count });
    }
    return counted;
  }

  /** The next due ones in the order of their ends. Index: complaint_ended (category, ended_at, id). */
  batch({ category, until }: Due, size: number, after: Ended | null): Promise<Ended[]> {
    const { endedAt, id } = after ?? start;
    return this.door.read(retention, (tx) =>
      tx.query<Ended[]>(
        `select ended_at::text as "endedAt", id from complaint
         where ${ofCategory(category, 5)} and ended_at <= $1 and not anonymised
           and (ended_at, id) > ($2::timestamptz, $3::uuid)
         order by ended_at, id limit $4`,
        [until, endedAt, id, size, ...given(category)],
      ),
    );
  }

  private until(category: string | null, before: Date | null): Date {
    const { timeZone } = this.city.card;
    const until = endOfKept(this.city.retentionOf(category), this.time.now(), timeZone);
    // A millisecond earlier is the last instant that lies before.
    return before && before <= until ? new Date(before.getTime() - 1) : until;
  }

  /** Of all complaints, also those that the city's data no longer knows; null: never classified. */
  private async categories(): Promise<(string | null)[]> {
    const rows = await this.door.read(retention, (tx) =>
      tx.query<{ category: string | null }[]>(
        `select distinct category from complaint
         where ended_at is not null and not anonymised order by category`,
      ),
    );
    return rows.map(({ category }) => category);
  }
}

const ofCategory = (category: string | null, at = 2) =>
  category === null ? 'category is null and ended_at is not null' : `category = $${at}`;
const given = (category: string | null) => (category === null ? [] : [category]);
