import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Access } from '../../complaints/access.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Identities } from '../../complaints/identities.js';
import { Masking } from '../../complaints/masking.js';
import { itemOf } from '../../complaints/queue.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Staff } from '../../people/staff.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { Limits } from '../../platform/limits/limits.js';
import { Time } from '../../platform/time.js';
import { CallerLookUpRow } from './caller-look-up.entity.js';
import type { CallerHistory, ListLookUps, LookUpPage } from './calls.dto.js';

const SHOWN = 20;
// Enough that what is hidden does not push out what may be shown, of anybody who is a person.
const READ = 200;

const finder: Actor = { kind: 'system', name: 'caller history' };

// Index: filer_contact_phone.
const filedWith = `select f.complaint_id as id from filer f join complaint c on c.id = f.complaint_id
  where f.contact_phone = any($1) order by c.filed_at desc limit ${READ}`;

/** What else a caller has filed, found by the sealed number without opening anything. */
@Injectable()
export class CallerHistories {
  constructor(
    private readonly door: Door,
    private readonly identities: Identities,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly staff: Staff,
    private readonly limits: Limits,
    private readonly time: Time,
  ) {}

  /**
   * Only complaints whose filer the reader sees at sight: where a privacy class hides the filer, a phone number must
   * not tell whose it is. The look is on record before anything is shown.
   */
  async of(caller: Caller, phone: string): Promise<CallerHistory> {
    await this.limits.hit('caller_look_up', caller.id);
    const marks = this.identities.phoneMarks(phone);
    const found = await this.door.read(finder, (tx) =>
      tx.query<{ id: string }[]>(filedWith, [marks]),
    );
    return this.door.as(actorOf(caller), async (tx) => {
      const ids = found.map(({ id }) => id);
      const rows = await tx.find(ComplaintRow, {
        where: { id: In(ids) },
        order: { filedAt: 'DESC', id: 'DESC' },
      });
      const shown = rows
        .filter((row) => this.access.identity(caller, row) === 'seen')
        .slice(0, SHOWN);
      await this.record(tx, caller, shown);
      const now = this.time.now();
      return { items: shown.map((row) => itemOf(row, now, this.masking.shownTo(caller, row))) };
    });
  }

  async lookUps(caller: Caller, { before, limit = 50 }: ListLookUps): Promise<LookUpPage> {
    return this.door.read(actorOf(caller), async (tx) => {
      const rows = await tx.find(CallerLookUpRow, {
        ...(before !== undefined && { where: { at: LessThan(new Date(before)) } }),
        order: { at: 'DESC', seq: 'DESC' },
        take: limit + 1,
      });
      const page = rows.slice(0, limit);
      const people = page.flatMap(({ staffId, actingFor }) => [staffId, actingFor ?? staffId]);
      const names = await this.staff.names(tx, [...new Set(people)]);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map(({ at, staffId, actingFor, role, shown }) => ({
          at: at.toISOString(),
          by: {
            kind: 'staff',
            name: names.get(staffId) ?? null,
            role,
            agency: null,
            actingFor: actingFor && (names.get(actingFor) ?? null),
          },
          shown: shown.length,
        })),
        next: last?.at.toISOString() ?? null,
      };
    });
  }

  private async record(tx: Tx, { id, role, actingFor }: Caller, shown: ComplaintRow[]) {
    await tx.insert(CallerLookUpRow, {
      at: this.time.now(),
      staffId: id,
      actingFor: actingFor ?? null,
      role,
      shown: shown.map((row) => row.id),
    });
  }
}
