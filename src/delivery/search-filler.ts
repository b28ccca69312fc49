import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { delivery, Outbox } from './outbox.js';

const BATCH = 200;

// Everything happens in the database, so taking, filling and settling are one statement without a lease.
const fill = `with due as (
    select id, complaint_id from outbox
    where state = 'waiting' and channel = 'search' and next_at <= $1
    order by next_at limit $2 for update skip locked),
  filled as (
    insert into complaint_search (complaint_id, document)
    select c.id, to_tsvector('simple', vi_fold(
      regexp_replace(c.text || ' ' || coalesce(c.address, ''), '[./_-]+', ' ', 'g')))
    from complaint c where c.id in (select complaint_id from due) and not c.anonymised
    on conflict (complaint_id) do update set document = excluded.document),
  done as (
    update outbox o set state = 'sent', sent_at = $1, attempts = o.attempts + 1, error = null
    from due where o.id = due.id returning o.id)
  select id from done`;

// SQLSTATE class 22 (data exception) and 54 (program limit exceeded): the text's fault, not the database's.
const isOfText = (error: unknown) => /^(22|54)/.test(String((error as { code?: unknown }).code));

/** Fills the search index with what was filed since. */
@Injectable()
export class SearchFiller {
  constructor(
    private readonly door: Door,
    private readonly outbox: Outbox,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** @returns how many rows were settled or put off */
  async round(): Promise<number> {
    if (!(await this.outbox.isDue('search'))) return 0;
    try {
      return await this.fill(BATCH);
    } catch (error) {
      if (!isOfText(error)) throw error;
      return this.oneByOne();
    }
  }

  private fill(size: number): Promise<number> {
    return this.door.as(delivery, async (tx) => {
      const done = await tx.query<unknown[]>(fill, [this.time.now(), size]);
      return done.length;
    });
  }

  // One text that cannot be indexed must not keep the others out of the index.
  private async oneByOne(): Promise<number> {
    for (let count = 0; count < BATCH; count += 1) {
      try {
        if ((await this.fill(1)) === 0) return count;
      } catch (error) {
        if (!isOfText(error)) throw error;
        await this.putOff(error);
      }
    }
    return BATCH;
  }

  private async putOff(error: unknown): Promise<void> {
    for (const row of await this.outbox.claim('search', 1)) {
      this.log.failure('complaint not indexed', error, { row: row.id });
      await this.outbox.failed(row, `sqlstate ${String((error as { code: string }).code)}`);
    }
  }
}
