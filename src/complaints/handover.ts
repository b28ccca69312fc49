import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { actorOf, type Caller } from '../people/caller.js';
import { Departure } from '../people/duty/departure.js';
import { Directory } from '../people/duty/directory.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { sha256 } from '../platform/sha256.js';
import { Commands, type Spoken } from './commands.js';
import { ComplaintRow } from './complaint.entity.js';
import type { Leave, LeaveProgress, ListStaff, StaffPage } from './dto/handover.dto.js';
import { Ledger } from './ledger.js';

// The whole of it is the people's and the cases' business, whatever the caller may see of cases.
const handover: Actor = { kind: 'system', name: 'handover' };

/** One transaction's worth: small, so that the cases in it are not kept from others for long. */
const BATCH = 20;

/** One call's worth, some seconds of work; whoever has more is called again. */
const MOST = 500;

const openOf = `from complaint where officer = any($1) and status not in ('closed', 'rejected')`;

/** Lets a person go: every open case goes to the successor by its own event, then the account ends. */
@Injectable()
export class Handover {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly departure: Departure,
    private readonly directory: Directory,
    private readonly log: Log,
  ) {}

  async staff(by: Caller, { limit = 50, ...filter }: ListStaff): Promise<StaffPage> {
    const people = await this.door.read(actorOf(by), (tx) =>
      this.directory.page(tx, by, { ...filter, limit: limit + 1 }),
    );
    const page = people.slice(0, limit);
    const open = await this.openCases(page.map(({ id }) => id));
    const items = page.map((person) => ({ ...person, openCases: open.get(person.id) ?? 0 }));
    return { items, next: people.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** Goes on where a call before was cut short. `by` is null for the command line. */
  async leave(by: Caller | null, id: string, { successor, reason }: Leave): Promise<LeaveProgress> {
    const here = await this.door.as(handover, (tx) => this.departure.begin(tx, by, id, successor));
    if (!here) return { handedOver: 0, left: 0 };
    let handedOver = 0;
    while (handedOver < MOST) {
      const done = await this.batch(by ? actorOf(by) : handover, id, successor, reason);
      if (done === 0) break;
      handedOver += done;
    }
    const left = (await this.openCases([id])).get(id) ?? 0;
    if (left === 0)
      await this.door.as(handover, (tx) => this.departure.finish(tx, by, id, successor));
    this.log.fact('staff leaves', { staff: id, by: by?.id, handedOver, left });
    return { handedOver, left };
  }

  /** @returns how many cases were handed over */
  private batch(actor: Actor, from: string, to: string, reason?: string): Promise<number> {
    const text = reason === undefined ? null : sha256(reason);
    const spoken: Spoken | undefined =
      reason === undefined ? undefined : { text: reason, audience: 'staff' };
    return this.door.as(handover, async (tx) => {
      const rows = await this.claim(tx, from);
      for (const row of rows) {
        const one = await this.ledger.caseOf(tx, row);
        const command = { type: 'hand_over', officer: to, text } as const;
        await this.commands.decide(tx, one, actor, command, spoken);
      }
      return rows.length;
    });
  }

  /** The next of a person's open cases, locked in one order for all. Index: complaint_open_by_officer. */
  private async claim(tx: Tx, officer: string): Promise<ComplaintRow[]> {
    const locked = await tx.query<{ id: string }[]>(
      `select id ${openOf} order by id limit ${BATCH} for update`,
      [[officer]],
    );
    return tx.findBy(ComplaintRow, { id: In(locked.map(({ id }) => id)) });
  }

  private async openCases(officers: string[]): Promise<Map<string, number>> {
    const rows = await this.door.read(handover, (tx) =>
      tx.query<{ officer: string; open: number }[]>(
        `select officer, count(*)::int as open ${openOf} group by officer`,
        [officers],
      ),
    );
    return new Map(rows.map(({ officer, open }) => [officer, open]));
  }
}
