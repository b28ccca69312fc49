import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { recordStaffEvent } from '../accounts/record-staff-event.js';
import type { Caller } from '../caller.js';
import { SessionRow } from '../session.entity.js';
import { StaffRow } from '../staff.entity.js';
import { isThemself, manages } from './reach.js';
import { StandInRow } from './stand-in.entity.js';

/** What a person who leaves has among the people: the account, its sessions, and whom it stands in for. */
@Injectable()
export class Departure {
  constructor(private readonly time: Time) {}

  /**
   * From here on nothing new is given to the person; whom they stood in for, the successor stands in for. Again
   * changes nothing. `by` is null for the command line.
   * @returns false when the person has left already
   */
  async begin(tx: Tx, by: Caller | null, id: string, successor: string): Promise<boolean> {
    const person = await this.locked(tx, id);
    if (!person || (by && !this.mayLetGo(by, person))) throw new DomainError('not_found');
    if (!person.active) return false;
    const heir = await this.heirOf(tx, person, successor);
    if (!heir)
      throw fieldError(
        'successor',
        'unknown',
        'Không có người này đang làm việc trong cùng đơn vị.',
        'No such active person in the same unit.',
      );
    await this.checkHeads(tx, by, person, heir);
    if (person.leavingAt === null)
      await tx.update(StaffRow, { id }, { leavingAt: this.time.now() });
    await this.passOn(tx, by, id, successor);
    return true;
  }

  /** The account ends, with its sessions. The database refuses it while the person holds an open complaint. */
  async finish(tx: Tx, by: Caller | null, id: string, successor: string): Promise<void> {
    await tx.update(StaffRow, { id }, { active: false });
    const at = this.time.now();
    await recordStaffEvent(tx, {
      staffId: id,
      type: 'left',
      at,
      by: by?.id ?? null,
      data: { successor },
    });
    await tx.delete(SessionRow, { staffId: id });
    await tx.query(
      'update stand_in set ended_at = $2 where absent_id = $1 and ended_at is null and ends_at > $2',
      [id, at],
    );
  }

  private async locked(tx: Tx, id: string): Promise<StaffRow | null> {
    await tx.query('select from staff where id = $1 for no key update', [id]);
    return tx.findOneBy(StaffRow, { id });
  }

  private mayLetGo(by: Caller, person: StaffRow): boolean {
    if (by.role === 'supervisor') return person.role === 'operator';
    return manages(by, person);
  }

  /** The successor, when it is an active colleague who stays. */
  private async heirOf(tx: Tx, person: StaffRow, successor: string): Promise<StaffRow | null> {
    const [found] = await tx.query<{ id: string }[]>(
      `select id from staff where id = $1 and id <> $2 and active and leaving_at is null
         and staff_unit(role, agency) is not distinct from staff_unit($3, $4)`,
      [successor, person.id, person.role, person.agency],
    );
    return found ? tx.findOneBy(StaffRow, { id: found.id }) : null;
  }

  /** An agency keeps a head, and a head lets themself go only to another head. */
  private async checkHeads(
    tx: Tx,
    by: Caller | null,
    person: StaffRow,
    heir: StaffRow,
  ): Promise<void> {
    if (person.role !== 'agency_head' || heir.role === 'agency_head') return;
    if (by && by.role === 'agency_head' && isThemself(by, person))
      throw new DomainError('staff.last_head');
    // The same lock as the trigger's: of two heads who go at once the second sees the first go.
    await tx.query('select pg_advisory_xact_lock(7318071, hashtext($1))', [person.agency]);
    const [other] = await tx.query<unknown[]>(
      `select from staff where agency = $1 and role = 'agency_head' and active
         and leaving_at is null and id <> $2 limit 1`,
      [person.agency, person.id],
    );
    if (!other) throw new DomainError('staff.last_head');
  }

  private async passOn(tx: Tx, by: Caller | null, id: string, successor: string): Promise<void> {
    const now = this.time.now();
    const rows = await tx
      .createQueryBuilder(StandInRow, 'd')
      .where('d.standInId = :id and d.endedAt is null and d.endsAt > :now', { id, now })
      .getMany();
    for (const row of rows) {
      await tx.update(StandInRow, { id: row.id }, { endedAt: now });
      if (row.absentId === successor) throw new DomainError('stand_in.circle');
      await tx.insert(StandInRow, {
        ...row,
        id: uuid(),
        standInId: successor,
        startsAt: row.startsAt > now ? row.startsAt : now,
        madeBy: by?.id ?? null,
        madeAt: now,
        endedAt: null,
      });
    }
  }
}
