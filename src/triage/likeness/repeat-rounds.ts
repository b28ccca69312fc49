import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Door } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { likeness, RepeatFinder } from './repeat-finder.js';

const NAME = 'repeats';
const EVERY_MS = 1000;
const PAGE = 200;

// Longer than a page takes; a process that dies leaves it to the next after this.
const BUSY_MS = 60_000;

// Below the oldest transaction still running nothing can appear any more.
const settled = 'xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

interface Place {
  xid: string;
  seq: string;
}

interface Entry extends Place {
  id: string;
  type: string;
}

/**
 * Follows the event log behind the filings, so that they do not wait: each complaint that was filed or classified is looked
 * at. One process at a time; after a crash a page is read again, and what is marked already is refused.
 */
@Injectable()
export class RepeatRounds implements OnModuleDestroy {
  private readonly rounds: Rounds;

  constructor(
    private readonly door: Door,
    private readonly finder: RepeatFinder,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'repeats not looked for');
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  @Interval(EVERY_MS)
  wake(): void {
    if (this.config.workers) this.rounds.wake((goesOn) => this.round(goesOn));
  }

  /** Reads to the end of the log. @returns how many were marked */
  async round(goesOn: () => boolean = () => true): Promise<number> {
    let marked = 0;
    while (goesOn()) {
      if (!(await this.isBehind())) break;
      const place = await this.take();
      if (!place) break;
      const entries = await this.read(place);
      for (const id of toLookAt(entries)) if (await this.looked(id)) marked += 1;
      await this.leave(entries.at(-1) ?? place);
      if (entries.length < PAGE) break;
    }
    return marked;
  }

  /** One that cannot be looked at must not keep the others back. */
  private looked(id: string): Promise<boolean> {
    return this.finder.look(id).catch((error: unknown) => {
      this.log.failure('repeat not looked for', error, { complaint: id });
      return false;
    });
  }

  private async isBehind(): Promise<boolean> {
    const [behind] = await this.door.read(likeness, (tx) =>
      tx.query<unknown[]>(
        `select 1 from log_follower f, lateral (
           select 1 from complaint_event e
           where (e.xid, e.seq) > (f.xid, f.seq) and e.${settled}
           order by e.xid, e.seq limit 1) next where f.name = $1`,
        [NAME],
      ),
    );
    return behind !== undefined;
  }

  private async take(): Promise<Place | undefined> {
    const now = this.time.now();
    const until = new Date(now.getTime() + BUSY_MS);
    const [place] = await this.door.as(likeness, (tx) =>
      tx.query<Place[]>(
        `with taken as (update log_follower set busy_until = $2
           where name = $3 and busy_until <= $1 returning xid, seq)
         select xid::text, seq::text from taken`,
        [now, until, NAME],
      ),
    );
    return place;
  }

  private async leave({ xid, seq }: Place): Promise<void> {
    await this.door.as(likeness, (tx) =>
      tx.query('update log_follower set xid = $1, seq = $2, busy_until = $3 where name = $4', [
        xid,
        seq,
        this.time.now(),
        NAME,
      ]),
    );
  }

  /** Index: complaint_event_order (xid, seq). */
  private read({ xid, seq }: Place): Promise<Entry[]> {
    return this.door.read(likeness, (tx) =>
      tx.query<Entry[]>(
        `select xid::text, seq::text, complaint_id as id, type from complaint_event
         where (xid, seq) > ($1::bigint, $2::bigint) and ${settled}
         order by complaint_event.xid, complaint_event.seq limit ${PAGE}`,
        [xid, seq],
      ),
    );
  }
}

const toLookAt = (entries: readonly Entry[]) =>
  new Set(
    entries.filter(({ type }) => type === 'filed' || type === 'classified').map(({ id }) => id),
  );
