import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { actorOf, type Caller } from './caller.js';
import type { OwnSession } from './dto/own-account.dto.js';
import { IDLE_MS, Sessions } from './sessions.js';

const MOST = 100;

interface Listed {
  id: string;
  device: string | null;
  created_at: Date;
  last_seen_at: Date;
}

/** Where a person is signed in, to look at and to end. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly door: Door,
    private readonly sessions: Sessions,
    private readonly time: Time,
  ) {}

  /** The living ones, the last used first. */
  async list(caller: Caller): Promise<OwnSession[]> {
    const now = this.time.now();
    const rows = await this.door.read(actorOf(caller), (tx) =>
      tx.query<Listed[]>(
        `select id, device, created_at, last_seen_at from session
         where staff_id = $1 and expires_at > $2 and last_seen_at > $3
         order by last_seen_at desc, id limit ${MOST}`,
        [caller.id, now, new Date(now.getTime() - IDLE_MS)],
      ),
    );
    return rows.map(({ id, device, created_at: createdAt, last_seen_at: lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === caller.session,
    }));
  }

  /** @throws not_found for a session that is not the caller's */
  async end(caller: Caller, id: string): Promise<void> {
    const ended = await this.door.as(actorOf(caller), (tx) =>
      tx.query<unknown[]>(
        `with ended as (delete from session where id = $1 and staff_id = $2 returning 1)
         select 1 from ended`,
        [id, caller.id],
      ),
    );
    if (ended.length === 0) throw new DomainError('not_found');
  }

  async endOthers(caller: Caller): Promise<void> {
    await this.door.as(actorOf(caller), (tx) =>
      this.sessions.endAll(tx, caller.id, caller.session),
    );
  }
}
