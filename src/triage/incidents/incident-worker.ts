import { steps } from '#incidents';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door, prepared, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';
import { Bringer } from './bringer.js';
import { Gatherer } from './gatherer.js';
import { Membership } from './membership.js';
import { keeper, Roll } from './roll.js';
import { Wishes } from './wishes.js';

// How long a complaint that cannot be written is set aside, so that the others go on.
const SET_ASIDE_MS = 60_000;

// Of the pool's connections most are for those who ask.
const LANES = 3;

const unsettled = `status not in ('resolved', 'closed', 'rejected')`;

/**
 * A member that is owed something: a step of the complaint it follows, another to follow, another incident, or its
 * own way. Indexes: complaint_of_incident, complaint_event_number.
 */
const owed = `select c.id, c.incident, i.into from complaint c join incident i on i.id = c.incident
  where i.status in ('open', 'merged', 'dissolved') and c.${unsettled} and c.id <> all($2::uuid[])
    and (i.status <> 'open' or (c.follows is not null and (c.follows <> i.main or exists (
      select from complaint_event e
      where e.complaint_id = c.follows and e.number > c.followed and e.type = any($1)
        and not exists (select from complaint_event l where l.complaint_id = c.follows
          and l.type in ('left', 'joined', 'made_main')
          and l.number > c.followed and l.number < e.number)))))
  order by c.id limit 1 for update of c skip locked`;

/** Open incidents whose main is gone, or of which nobody waits for an answer any more. */
const headless = `select i.id from incident i where i.status = 'open' and i.id <> all($1::uuid[])
  and (not exists (select from complaint m where m.id = i.main and m.incident = i.id)
    or not exists (select from complaint c where c.incident = i.id and c.${unsettled}))
  order by i.id limit 1 for no key update skip locked`;

const over = `select i.id from incident i where i.status = 'answered' and i.id <> all($1::uuid[])
  and not exists (select from complaint c where c.incident = i.id
    and c.status not in ('closed', 'rejected'))
  order by i.id limit 1 for no key update skip locked`;

/** Keeps incidents and their members in step: each member in a transaction of its own, each step once. */
@Injectable()
export class IncidentWorker implements OnModuleDestroy {
  private readonly rounds: Rounds;
  private readonly setAside = new Map<string, number>();

  constructor(
    private readonly door: Door,
    private readonly bringer: Bringer,
    private readonly members: Membership,
    private readonly wishes: Wishes,
    private readonly gatherer: Gatherer,
    private readonly roll: Roll,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'incidents: round failed');
  }

  @Interval(500)
  wake(): void {
    if (this.config.workers) this.rounds.wake((goesOn) => this.settle(goesOn));
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  /** Works until every incident and member is where it should be. @returns how many changes it took */
  async settle(goesOn: () => boolean = () => true): Promise<number> {
    const touched = new Set<string>();
    let total = 0;
    const work = [
      () => this.wishes.joinNext(this.aside(), touched),
      () => this.gatherer.joinNext(this.aside(), touched),
      () => this.bringNext(touched),
      () => this.headNext(touched),
      () => this.closeNext(),
    ];
    for (let done = 1; done > 0 && goesOn(); total += done) {
      done = 0;
      for (const next of work) done += await this.through(next, goesOn);
    }
    await this.roll.count([...touched]);
    return total;
  }

  /** Does one kind of work until there is none, several at a time: most of it is waiting for the database. */
  private async through(
    next: () => Promise<string | null>,
    goesOn: () => boolean,
  ): Promise<number> {
    if (!goesOn() || !(await this.guarded(next))) return 0;
    let done = 1;
    const lane = async () => {
      while (goesOn() && (await this.guarded(next))) done += 1;
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return done;
  }

  /** Whatever fails is set aside under its id, and the work goes on with the others. */
  private async guarded(next: () => Promise<string | null>): Promise<boolean> {
    try {
      return (await next()) !== null;
    } catch (error) {
      const { claimed } = error as { claimed?: string };
      if (claimed === undefined) throw error;
      this.setAside.set(claimed, this.time.now().getTime() + SET_ASIDE_MS);
      this.log.failure('incidents: set aside', error, { id: claimed });
      return true;
    }
  }

  private aside(): string[] {
    const now = this.time.now().getTime();
    for (const [id, until] of this.setAside) if (until <= now) this.setAside.delete(id);
    return [...this.setAside.keys()];
  }

  private bringNext(touched: Set<string>): Promise<string | null> {
    return this.claim<{ id: string; incident: string; into: string | null }>(
      'owed',
      owed,
      [steps, this.aside()],
      async (tx, { id, incident, into }) => {
        touched.add(incident);
        if (into !== null) touched.add(into);
        if (!(await this.bringer.bringNext(tx, id))) throw new Error('nothing is owed');
      },
    );
  }

  private headNext(touched: Set<string>): Promise<string | null> {
    return this.claim('headless', headless, [this.aside()], async (tx, { id }) => {
      touched.add(id);
      const row = await tx.findOneByOrFail(IncidentRow, { id });
      if (await this.members.promote(tx, row, keeper)) {
        await this.members.tell(tx, row, keeper, 'main_changed');
        return;
      }
      const [{ count = 0 } = {}] = await tx.query<{ count: number }[]>(
        `select count(*)::int as count from complaint where incident = $1`,
        [id],
      );
      const status = count > 0 ? ('answered' as const) : ('dissolved' as const);
      const ended = { status, gathering: false, published: false };
      const endedAt = status === 'dissolved' ? this.time.now() : null;
      await this.roll.change(tx, row, keeper, status, { ...ended, endedAt });
      await this.members.tell(tx, row, keeper, status);
    });
  }

  private closeNext(): Promise<string | null> {
    return this.claim('over', over, [this.aside()], async (tx, { id }) => {
      const row = await tx.findOneByOrFail(IncidentRow, { id });
      const endedAt = this.time.now();
      await this.roll.change(tx, row, keeper, 'closed', { status: 'closed', endedAt });
    });
  }

  /** Does a piece of work on the first row that a query locks; a failure carries the row's id. */
  private async claim<T extends { id: string }>(
    name: string,
    sql: string,
    values: unknown[],
    work: (tx: Tx, found: T) => Promise<void>,
  ): Promise<string | null> {
    let claimed: string | null = null;
    try {
      await this.door.as(keeper, async (tx) => {
        const [found] = await prepared<T>(tx, `incident_${name}`, sql, values);
        if (!found) return;
        claimed = found.id;
        await work(tx, found);
      });
      return claimed;
    } catch (error) {
      throw claimed === null ? error : Object.assign(error as Error, { claimed });
    }
  }
}
