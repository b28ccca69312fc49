import { mask } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { In } from 'typeorm';
import { City } from '../../catalog/city.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { maskedKinds } from '../../complaints/masking.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import type { Wall, WallIncident } from './center.dto.js';
import { waitingTriage } from './waiting-triage.js';

const HOURS_AHEAD = 24;
const INCIDENTS = 6;
// Whoever passes by reads a wall.
const hidden = maskedKinds('public', false, 'by_staff');

// Index: complaint_by_filing.
const received = `select channel, count(*)::int as count from complaint
  where filed_at >= $1 and filed_at < $2 group by channel order by count desc, channel`;

// Index: complaint_open.
const due = `select count(*) filter (where due_at < $1)::int as late,
    count(*) filter (where due_at >= $1)::int as soon
  from complaint where status not in ('closed', 'rejected')
    and status not in ('resolved', 'waiting_filer') and due_at < $2 and follows is null`;

/** How things stand in the center now, for a screen that everybody in the room reads. */
@Injectable()
export class WallBoard {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async now(caller: Caller): Promise<Wall> {
    const now = this.time.now();
    const at = DateTime.fromJSDate(now, { zone: this.city.card.timeZone });
    const week = at.minus({ weeks: 1 });
    return this.door.read(actorOf(caller), async (tx) => {
      const channels = await this.received(tx, at.startOf('day'), at.plus({ milliseconds: 1 }));
      const before = await this.received(tx, week.startOf('day'), week);
      const [found] = (await tx.query<{ late: number; soon: number }[]>(due, [
        now,
        at.plus({ hours: HOURS_AHEAD }).toJSDate(),
      ])) as [{ late: number; soon: number }];
      return {
        at: now.toISOString(),
        received: { count: sum(channels), lastWeek: sum(before), channels },
        triage: await waitingTriage(tx, this.city.card.center.code),
        ...found,
        incidents: await this.incidents(tx),
      };
    });
  }

  private received(tx: Tx, from: DateTime, to: DateTime) {
    return tx.query<{ channel: string; count: number }[]>(received, [
      from.toJSDate(),
      to.toJSDate(),
    ]);
  }

  private async incidents(tx: Tx): Promise<WallIncident[]> {
    const rows = await tx.find(IncidentRow, {
      where: { status: In(['open', 'proposed']) },
      order: { since: 'DESC', id: 'DESC' },
      take: INCIDENTS,
    });
    return rows.map(({ id, status, title, wards, reporters, since }) => ({
      id,
      proposed: status === 'proposed',
      title: mask(title, hidden, 'vi'),
      areas: wards.flatMap((code) => this.city.area(code)?.name ?? []),
      reporters,
      since: since.toISOString(),
    }));
  }
}

const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
