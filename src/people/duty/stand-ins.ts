import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { actorOf, type Caller } from '../caller.js';
import { StaffRow } from '../staff.entity.js';
import type { ListStandIns, MakeStandIn, StandInPage, StandInView } from './duty.dto.js';
import { manages } from './reach.js';
import { StandInRow } from './stand-in.entity.js';

interface Found extends Omit<StandInView, 'startsAt' | 'endsAt' | 'endedAt' | 'running'> {
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

const person = (row: string) =>
  `json_build_object('id', ${row}.id, 'name', ${row}.name, 'role', ${row}.role, 'agency', ${row}.agency)`;

// Newest first: ids grow with time.
const listed = `select d.id, ${person('a')} as absent, ${person('s')} as "standIn",
    d.starts_at as "startsAt", d.ends_at as "endsAt", d.ended_at as "endedAt", d.reason
  from stand_in d join staff a on a.id = d.absent_id join staff s on s.id = d.stand_in_id
  where ($1 = 'administrator' or staff_unit(a.role, a.agency) = staff_unit($1, $2))
    and ($3 = 'all' or (d.ended_at is null and d.ends_at > $4))
    and ($5::uuid is null or d.id < $5)
  order by d.id desc limit $6`;

/** Who stands in for whom: made, listed and ended. */
@Injectable()
export class StandIns {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  async page(
    by: Caller,
    { state = 'current', after, limit = 50 }: ListStandIns,
  ): Promise<StandInPage> {
    const now = this.time.now();
    const rows = await this.door.read(actorOf(by), (tx) =>
      tx.query<Found[]>(listed, [by.role, by.agency, state, now, after ?? null, limit + 1]),
    );
    const items = rows.slice(0, limit).map((row) => viewOf(row, now));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  make(
    by: Caller,
    { absent, standIn, startsAt, endsAt, reason }: MakeStandIn,
  ): Promise<{ id: string }> {
    const now = this.time.now();
    const row = {
      id: uuid(),
      absentId: absent,
      standInId: standIn,
      startsAt: startsAt === undefined ? now : instant('startsAt', startsAt),
      endsAt: instant('endsAt', endsAt),
      reason: reason ?? null,
      madeBy: by.id,
      madeAt: now,
    };
    if (row.endsAt <= now || row.endsAt <= row.startsAt)
      throw fieldError('endsAt', 'too_early', 'Phải sau lúc bắt đầu.', 'Must be after the start.');
    if (absent === standIn)
      throw fieldError('standIn', 'same', 'Phải là người khác.', 'Must be somebody else.');
    return this.door.as(actorOf(by), async (tx) => {
      if (!(await this.mayArrange(tx, by, absent)))
        throw fieldError('absent', 'unknown', 'Không có người này.', 'No such person.');
      await tx.insert(StandInRow, row);
      return { id: row.id };
    });
  }

  /** Ends it now; what is over stays as it was. @throws not_found alike for unknown and forbidden ones */
  async end(by: Caller, id: string): Promise<void> {
    const now = this.time.now();
    await this.door.as(actorOf(by), async (tx) => {
      const row = await tx.findOneBy(StandInRow, { id });
      if (!row || !(await this.mayArrange(tx, by, row.absentId)))
        throw new DomainError('not_found');
      await tx.query(
        'update stand_in set ended_at = $2 where id = $1 and ended_at is null and ends_at > $2',
        [id, now],
      );
    });
  }

  /** The absent person, or who manages them. A stand-in does not delegate further, so never while acting. */
  private async mayArrange(tx: Tx, by: Caller, absent: string): Promise<boolean> {
    if (by.actingFor !== undefined) throw new DomainError('stand_in.while_acting');
    const found = await tx.findOneBy(StaffRow, { id: absent });
    return found !== null && (found.id === by.id || manages(by, found));
  }
}

function instant(field: string, text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw fieldError(field, 'not_a_date', 'Không có ngày này.', 'There is no such date.');
  return at;
}

function viewOf({ startsAt, endsAt, endedAt, ...row }: Found, now: Date): StandInView {
  return {
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    running: endedAt === null && startsAt <= now && endsAt > now,
  };
}
