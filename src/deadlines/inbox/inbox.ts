import { timeLeft } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { City } from '../../catalog/city.js';
import { Access } from '../../complaints/access.js';
import { ClockRow } from '../../complaints/clock.entity.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { incidentsOf } from '../../complaints/incident-sizes.js';
import { Masking } from '../../complaints/masking.js';
import { linksOf } from '../../complaints/parts/links.js';
import { itemOf } from '../../complaints/queue.js';
import { clockOf } from '../../complaints/record.js';
import { explanationsOf } from '../../complaints/returns/explanations.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { entriesOf, type Entry } from './entries.js';
import {
  sections,
  type AskInbox,
  type InboxDue,
  type InboxRow,
  type InboxView,
} from './inbox.dto.js';

/** What the people of an agency have before them, by what is due next. */
@Injectable()
export class Inbox {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** @throws request.invalid for an agency that is not the caller's to see */
  async of(caller: Caller, asked: AskInbox): Promise<InboxView> {
    const { officer = null, section = null, after = 0, limit = 50 } = asked;
    const agency = this.agencyOf(caller, asked);
    const person = caller.actingFor ?? caller.id;
    const [entries, rows] = await this.door.read(actorOf(caller), async (tx) => {
      const found = await entriesOf(tx, { agency, person, officer, section, after, limit });
      return [found, await this.rowsOf(tx, caller, found)] as const;
    });
    return {
      asOf: this.time.now().toISOString(),
      agency,
      sections: sections.flatMap((name) => {
        const own = entries.flatMap((entry, at) => {
          const row = rows[at];
          return entry.section === name && row ? [{ entry, row }] : [];
        });
        const [first, last] = [own[0], own.at(-1)];
        if (!first || !last) return [];
        const { total } = first.entry;
        const next = last.entry.at < total ? last.entry.at : null;
        return [{ section: name, total, rows: own.map(({ row }) => row), next }];
      }),
    };
  }

  private agencyOf(caller: Caller, asked: AskInbox): string {
    const agency = asked.agency ?? caller.agency;
    const within = this.access.agenciesOf(caller);
    if (agency !== null && (within === null || within.includes(agency))) return agency;
    throw fieldError('agency', 'unknown', 'Không có cơ quan này.', 'No such agency.');
  }

  private async rowsOf(
    tx: Tx,
    caller: Caller,
    entries: readonly Entry[],
  ): Promise<(InboxRow | null)[]> {
    const ids = [...new Set(entries.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const found = await tx.findBy(ComplaintRow, { id: In(ids) });
    const complaints = new Map(found.map((row) => [row.id, row]));
    const clocks = await this.clocksOf(tx, ids);
    const beside = {
      incidents: await incidentsOf(tx, found),
      explained: await explanationsOf(tx, found),
    };
    const links = await linksOf(tx, ids);
    const now = this.time.now();
    return entries.map(({ id, number, clock, section }) => {
      const row = complaints.get(id);
      if (!row) return null;
      const shown = this.masking.shownTo(caller, row);
      const part = section === 'part' && row.parts.find((one) => one.number === number);
      return {
        number,
        due: clocks.get(`${id} ${clock}`) ?? null,
        officer: part ? part.officer : row.officer,
        address: row.address && shown(row.address),
        case: itemOf(row, now, shown, { ...beside, links: links.get(id) }),
      };
    });
  }

  private async clocksOf(tx: Tx, ids: string[]): Promise<Map<string, InboxDue>> {
    const rows = await tx.find(ClockRow, { where: { complaintId: In(ids) } });
    const now = this.time.now().toISOString();
    const running = rows.flatMap((row) => {
      const clock = clockOf(row);
      const left = timeLeft(clock, now, this.city.book);
      if (!left) return [];
      const due = { clock: clock.kind, dueAt: clock.dueAt, left };
      return [[`${row.complaintId} ${clock.id}`, due] as const];
    });
    return new Map(running);
  }
}
