import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Actor } from '#lifecycle';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import type { Caller } from './caller.js';
import { passwordMatches } from './passwords.js';
import { SessionRow } from './session.entity.js';
import { StaffRow } from './staff.entity.js';
import { sha256 } from '../platform/sha256.js';

export const sessionCookie = 'dau_moi_session';

/** Twelve hours: a working day with its overtime. */
export const SESSION_SECONDS = 12 * 3600;

const doorman: Actor = { kind: 'system', name: 'sessions' };

const callerOf = (staff: StaffRow): Caller => ({
  kind: 'staff',
  id: staff.id,
  role: staff.role,
  agency: staff.agency,
  name: staff.name,
  login: staff.login,
  language: staff.language,
});

/** Signing in and out; a session is a row, its token is only in the browser. */
@Injectable()
export class Sessions {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  async signIn(login: string, password: string): Promise<{ token: string; caller: Caller }> {
    const staff = await this.door.read(doorman, (tx) =>
      tx.findOneBy(StaffRow, { login: login.toLowerCase(), active: true }),
    );
    if (!(await passwordMatches(staff?.passwordHash ?? null, password)) || !staff)
      throw new DomainError('session.refused');
    return this.open(staff, { secondFactor: false, device: null });
  }

  /** A new session of somebody who has proved who they are. */
  async open(
    staff: StaffRow,
    _by: { secondFactor: boolean; device: string | null },
  ): Promise<{ token: string; caller: Caller }> {
    const token = randomBytes(32).toString('base64url');
    const createdAt = this.time.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000);
    await this.door.as(doorman, (tx) =>
      tx.insert(SessionRow, { tokenHash: sha256(token), staffId: staff.id, createdAt, expiresAt }),
    );
    return { token, caller: callerOf(staff) };
  }

  async signOut(token: string | undefined): Promise<void> {
    if (!token) return;
    await this.door.as(doorman, (tx) => tx.delete(SessionRow, { tokenHash: sha256(token) }));
  }

  /** Who a session token belongs to; null for an unknown, ended or expired one. */
  async callerOf(token: string | undefined): Promise<Caller | null> {
    if (!token) return null;
    const staff = await this.door.read(doorman, (tx) =>
      tx
        .createQueryBuilder(StaffRow, 'staff')
        .innerJoin(SessionRow, 'session', 'session.staffId = staff.id')
        .where('session.tokenHash = :hash and session.expiresAt > :now and staff.active', {
          hash: sha256(token),
          now: this.time.now(),
        })
        .getOne(),
    );
    return staff && callerOf(staff);
  }
}
