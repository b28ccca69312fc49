import { Refusal, type Actor } from '#lifecycle';
import { localDateIn, successionOn } from '#routing';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Subscription } from 'rxjs';
import { In } from 'typeorm';
import { City } from '../../catalog/city.js';
import type { Case } from '../../complaints/case.js';
import { Commands } from '../../complaints/commands.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Ledger } from '../../complaints/ledger.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { Time } from '../../platform/time.js';

const succession: Actor = { kind: 'system', name: 'succession' };

/** One transaction's worth: small, so that the cases in it are not kept from others for long. */
const BATCH = 20;

/** What is reopened for an agency that ended long ago is found so late. */
const AGAIN_MS = 600_000;

type Heirs = ReadonlyMap<string, string | null>;

/** Open matters of agencies that have ended go to their successors, or back to triage; each once, by its own event. */
@Injectable()
export class Succession implements OnModuleInit, OnModuleDestroy {
  private readonly rounds: Rounds;
  private subscription: Subscription | null = null;
  /** The heirs of the last whole sweep, and when it was. */
  private swept = { heirs: '', at: 0 };

  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'succession: matters could not be carried over');
  }

  onModuleInit(): void {
    this.subscription = this.city.changed.subscribe(() => this.wake());
  }

  async onModuleDestroy(): Promise<void> {
    this.subscription?.unsubscribe();
    await this.rounds.end();
  }

  @Interval(60_000)
  wake(): void {
    if (!this.config.workers) return;
    this.rounds.wake(async (goesOn) => {
      if (this.isDue()) await this.sweep(goesOn);
    });
  }

  private isDue(): boolean {
    const { heirs, at } = this.swept;
    return keyOf(this.heirs()) !== heirs || this.time.now().getTime() - at >= AGAIN_MS;
  }

  /** Goes through everything that an ended agency has. @returns how many matters moved */
  async sweep(goesOn: () => boolean = () => true): Promise<number> {
    const heirs = this.heirs();
    const at = this.time.now().getTime();
    let moved = 0;
    let last: string | null = null;
    while (goesOn()) {
      const batch: { last: string | null; moved: number } = await this.batch(heirs, last);
      moved += batch.moved;
      last = batch.last;
      if (last !== null) continue;
      this.swept = { heirs: keyOf(heirs), at };
      break;
    }
    if (moved > 0) this.log.fact('succession: matters carried over', { moved });
    return moved;
  }

  private heirs(): Heirs {
    const today = localDateIn(this.city.card.timeZone)(this.time.now().toISOString());
    return successionOn(this.city.data.agencies, today);
  }

  private batch(heirs: Heirs, after: string | null) {
    return this.door.as(succession, async (tx) => {
      const ended = [...heirs.keys()];
      const rows = await this.claim(tx, ended, after);
      let moved = 0;
      for (const row of rows) if (await this.carryOver(tx, row, heirs)) moved += 1;
      return { last: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null), moved };
    });
  }

  /** The next open matters of ended agencies, locked in one order for all. Index: complaint_open_by_lead. */
  private async claim(tx: Tx, ended: string[], after: string | null): Promise<ComplaintRow[]> {
    const locked = await tx.query<{ id: string }[]>(
      `select id from complaint where status not in ('closed', 'rejected')
         and (lead = any($1) or supporting && $1::text[]) and ($2::uuid is null or id > $2)
       order by id limit ${BATCH} for update`,
      [ended, after],
    );
    return tx.find(ComplaintRow, {
      where: { id: In(locked.map(({ id }) => id)) },
      order: { id: 1 },
    });
  }

  private async carryOver(tx: Tx, row: ComplaintRow, heirs: Heirs): Promise<boolean> {
    let one = await this.ledger.caseOf(tx, row);
    const before = one.state.version;
    const { lead, supporting } = one.state;
    for (const from of [lead, ...supporting]) {
      if (from === null || !heirs.has(from)) continue;
      one = await this.succeed(tx, one, from, heirs.get(from) ?? null);
    }
    return one.state.version !== before;
  }

  private async succeed(tx: Tx, one: Case, from: string, to: string | null): Promise<Case> {
    try {
      const document = await this.documentOf(tx, from);
      return await this.commands.decide(tx, one, succession, {
        type: 'succeed',
        from,
        to,
        document,
      });
    } catch (error) {
      // Its present status does not admit it, or it has left the agency by an event just before.
      if (error instanceof Refusal) return one;
      throw error;
    }
  }

  /** The number of the decision by which an agency has ended; null where it came with the city's folder. */
  private async documentOf(tx: Tx, code: string): Promise<string | null> {
    const validTo = this.city.agency(code)?.validTo ?? null;
    const [row] = await tx.query<{ document: string | null }[]>(
      `select document from city_record where kind = 'agencies' and exists (
         select from jsonb_array_elements(definition) agency
         where agency->>'code' = $1 and agency->>'validTo' = $2)
       order by version limit 1`,
      [code, validTo],
    );
    return row?.document ?? null;
  }
}

const keyOf = (heirs: Heirs): string => JSON.stringify([...heirs]);
