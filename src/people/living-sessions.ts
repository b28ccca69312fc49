import type { Actor, Role } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { sha256 } from '../platform/sha256.js';
import { obliged } from './second-factor-duty.js';
import { IDLE_MS } from './sessions.js';

const doorman: Actor = { kind: 'system', name: 'sessions' };

/** Role and agency in one word: what a live view's scope was made from. */
export const standingOf = ({ role, agency }: { role: Role; agency: string | null }) =>
  `${role}@${agency ?? ''}`;

/** Asks for many sessions at once whether they still are. */
@Injectable()
export class LivingSessions {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** The standing behind each token that is a living session of active staff. */
  async standings(tokens: readonly string[]): Promise<Map<string, string>> {
    const byDigest = new Map(tokens.map((token) => [sha256(token), token]));
    const now = this.time.now();
    const rows = await this.door.read(doorman, (tx) =>
      tx.query<{ hash: string; role: Role; agency: string | null }[]>(
        `select session.token_hash as hash, staff.role, staff.agency
         from session join staff on staff.id = session.staff_id and staff.active
         where session.token_hash = any($1) and session.expires_at > $2
           and session.last_seen_at > $3
           and (session.second_factor or staff.role <> all($4))`,
        [[...byDigest.keys()], now, new Date(now.getTime() - IDLE_MS), obliged],
      ),
    );
    return new Map(rows.map(({ hash, ...row }) => [byDigest.get(hash) ?? '', standingOf(row)]));
  }
}
