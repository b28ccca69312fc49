import type { Actor, Role } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { sha256 } from '../platform/sha256.js';
import { Time } from '../platform/time.js';
import type { Caller } from './caller.js';
import { secondFactorState } from './second-factor-duty.js';
import { SessionRow } from './session.entity.js';

/** Twelve hours, however busy: a working day with its overtime. */
export const SESSION_SECONDS = 12 * 3600;

/** An hour without a request ends a session. */
export const IDLE_MS = 60 * 60_000;

/** How exactly the last request is known: a busy session writes no oftener. */
const SEEN_MS = 60_000;

const doorman: Actor = { kind: 'system', name: 'sessions' };

const newToken = () => randomBytes(32).toString('base64url');

export interface Opening {
  /** Whether a second factor was passed. */
  secondFactor: boolean;
  device: string | null;
  /** The token that the browser came with; its session ends. */
  instead?: string | undefined;
}

interface Found {
  id: string;
  role: Role;
  agency: string | null;
  name: string;
  login: string;
  language: string;
  session: string;
  passed: boolean;
  enrolled: boolean;
  unseen: boolean;
}

/** A session is a row; its token is only in the browser, and another one after every rise of rights. */
@Injectable()
export class Sessions {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** Begins a session for a member of staff whose identity was proved. @throws session.refused for who left */
  async open(
    staff: { id: string },
    { secondFactor, device, instead }: Opening,
  ): Promise<{ token: string; caller: Caller }> {
    const token = newToken();
    const createdAt = this.time.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000);
    await this.door.as(doorman, async (tx) => {
      if (instead) await tx.delete(SessionRow, { tokenHash: sha256(instead) });
      await tx.insert(SessionRow, {
        tokenHash: sha256(token),
        id: uuid(),
        staffId: staff.id,
        createdAt,
        expiresAt,
        lastSeenAt: createdAt,
        device,
        secondFactor,
      });
    });
    const caller = await this.callerOf(token);
    if (!caller) throw new DomainError('session.refused');
    return { token, caller };
  }

  async end(token: string | undefined): Promise<void> {
    if (!token) return;
    await this.door.as(doorman, (tx) => tx.delete(SessionRow, { tokenHash: sha256(token) }));
  }

  /** Gives the caller's session another token; the one before is worth nothing. @returns the new one */
  async renew(tx: Tx, { session }: Caller, changes: { secondFactor?: true } = {}): Promise<string> {
    const token = newToken();
    await tx.update(SessionRow, { id: session }, { ...changes, tokenHash: sha256(token) });
    return token;
  }

  /** Ends every session of a person, or all but one. */
  async endAll(tx: Tx, staffId: string, but: string | null = null): Promise<void> {
    // Two browsers that end each other at the same time take turns.
    await tx.query('select 1 from staff where id = $1 for no key update', [staffId]);
    await tx.query('delete from session where staff_id = $1 and id is distinct from $2::uuid', [
      staffId,
      but,
    ]);
  }

  /** Who a session token belongs to; null for an unknown, ended, idle or expired one. */
  async callerOf(token: string | undefined): Promise<Caller | null> {
    if (!token) return null;
    const now = this.time.now();
    const hash = sha256(token);
    const [found] = await this.door.read(doorman, (tx) =>
      tx.query<Found[]>(
        `select staff.id, staff.role, staff.agency, staff.name, staff.login, staff.language,
           session.id as session, session.second_factor as passed,
           session.last_seen_at <= $3 as unseen,
           exists (select from second_factor factor
             where factor.staff_id = staff.id and factor.secret is not null) as enrolled
         from session join staff on staff.id = session.staff_id and staff.active
         where session.token_hash = $1 and session.expires_at > $2 and session.last_seen_at > $4`,
        [hash, now, new Date(now.getTime() - SEEN_MS), new Date(now.getTime() - IDLE_MS)],
      ),
    );
    if (!found) return null;
    const { passed, unseen, ...caller } = found;
    if (unseen) await this.see(hash, now);
    const secondFactor = secondFactorState(caller.role, passed, caller.enrolled);
    return { kind: 'staff', ...caller, secondFactor };
  }

  private async see(hash: string, now: Date): Promise<void> {
    await this.door.as(doorman, (tx) =>
      tx.query('update session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2', [
        hash,
        now,
      ]),
    );
  }
}
