import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import type { Caller } from '../caller.js';
import { KnownAgencies } from '../known-agencies.js';
import { PasswordResetRow } from '../password-reset.entity.js';
import { PasswordResets } from '../password-resets.js';
import { Passwords } from '../passwords.js';
import { SecondFactors } from '../second-factors.js';
import { Sessions } from '../sessions.js';
import { StaffRow } from '../staff.entity.js';
import { inAgency, requireAnotherAdministrator, requireFitting } from './account-rules.js';
import type { ChangeAccount, MakeAccount } from './accounts.dto.js';
import { changesOf, told } from './account-changes.js';
import { recordStaffEvent } from './record-staff-event.js';
import { registrar } from './registrar.js';
import type { StaffEvent } from './staff-event.entity.js';

/** Makes, changes and ends accounts; each change is on record with who made it. No password is ever shown. */
@Injectable()
export class Accounts {
  constructor(
    private readonly door: Door,
    private readonly agencies: KnownAgencies,
    private readonly passwords: Passwords,
    private readonly links: PasswordResets,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly time: Time,
  ) {}

  /** The person sets the password by a mailed link. @throws request.invalid */
  async make(by: Caller, given: MakeAccount): Promise<{ id: string }> {
    const { login, name, role, email, language = 'vi' } = given;
    const agency = given.agency ?? null;
    requireFitting(role, agency, this.agencies);
    // A password that nobody has ever known.
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    const id = uuid();
    return this.door.as(registrar, async (tx) => {
      if (await tx.existsBy(StaffRow, { login }))
        throw fieldError('login', 'taken', 'Tên đăng nhập đã có.', 'The login is taken.');
      await tx.insert(StaffRow, { id, login, name, role, agency, email, language, passwordHash });
      await this.links.welcome(tx, id);
      await this.record(tx, by, id, 'created', { role, agency });
      return { id };
    });
  }

  /** @throws request.invalid, account.own, account.last_administrator, staff.holds_matters, staff.last_head */
  change(by: Caller, id: string, given: ChangeAccount): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      const row = await held(tx, id);
      const role = given.role ?? row.role;
      const agency = inAgency(role) ? (given.agency ?? row.agency) : (given.agency ?? null);
      const changes = changesOf(row, { ...given, role, agency });
      if (Object.keys(changes).length === 0) return;
      const moves = 'role' in changes || 'agency' in changes;
      if (moves) await this.requireMovable(tx, by, row, role, agency);
      await tx.update(StaffRow, { id }, changes);
      if (moves) await this.cutOff(tx, id);
      if ('email' in changes) await tx.delete(PasswordResetRow, { staffId: id });
      await this.record(tx, by, id, 'changed', told(row, changes));
    });
  }

  /** Nobody who holds open cases: they are handed over first. */
  end(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      const { active, role } = await held(tx, id);
      if (id === by.id) throw new DomainError('account.own');
      if (!active) return;
      if (role === 'administrator') await requireAnotherAdministrator(tx, id);
      await tx.update(StaffRow, { id }, { active: false });
      await this.cutOff(tx, id);
      await tx.delete(PasswordResetRow, { staffId: id });
      await this.record(tx, by, id, 'ended');
    });
  }

  restore(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      const { active, leavingAt, role, agency } = await held(tx, id);
      if (active && leavingAt === null) return;
      requireFitting(role, agency, this.agencies);
      await tx.update(StaffRow, { id }, { active: true, leavingAt: null });
      await this.record(tx, by, id, 'restored');
    });
  }

  /** Mails another link to set the password. @throws account.no_address */
  sendLink(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      const { active, email } = await held(tx, id);
      if (!active || email === null) throw new DomainError('account.no_address');
      await this.links.welcome(tx, id);
      await this.record(tx, by, id, 'link_sent');
    });
  }

  /** For a lost phone. Who needs a second factor sets a new one up at the next sign-in. */
  resetSecondFactor(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      await held(tx, id);
      if (id === by.id) throw new DomainError('account.own');
      await this.factors.remove(tx, id);
      await this.sessions.endAll(tx, id);
      await this.record(tx, by, id, 'second_factor_reset');
    });
  }

  endSessions(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      await held(tx, id);
      await this.sessions.endAll(tx, id, by.session);
      await this.record(tx, by, id, 'sessions_ended');
    });
  }

  private async requireMovable(
    tx: Tx,
    by: Caller,
    row: StaffRow,
    role: StaffRow['role'],
    agency: string | null,
  ): Promise<void> {
    requireFitting(role, agency, this.agencies);
    if (row.id === by.id) throw new DomainError('account.own');
    if (row.role === 'administrator') await requireAnotherAdministrator(tx, row.id);
  }

  /** What was opened in the old place ends: sessions, and whoever stands in for whom. */
  private async cutOff(tx: Tx, id: string): Promise<void> {
    await this.sessions.endAll(tx, id);
    await tx.query(
      `update stand_in set ended_at = $2
       where (absent_id = $1 or stand_in_id = $1) and ended_at is null and ends_at > $2`,
      [id, this.time.now()],
    );
  }

  private record(tx: Tx, by: Caller, staffId: string, type: StaffEvent, data?: object) {
    const at = this.time.now();
    return recordStaffEvent(tx, { staffId, type, at, by: by.id, data: { ...data } });
  }
}

async function held(tx: Tx, id: string): Promise<StaffRow> {
  await tx.query('select from staff where id = $1 for no key update', [id]);
  const row = await tx.findOneBy(StaffRow, { id });
  if (!row) throw new DomainError('not_found');
  return row;
}
