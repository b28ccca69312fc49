import type { Actor } from '#lifecycle';
import { roleOfKey, type Permission } from '#permissions';
import { Injectable } from '@nestjs/common';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { trustIn } from '../../platform/http/client-address.js';
import { Limits } from '../../platform/limits/limits.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import type { Caller } from '../caller.js';
import type { ApiKeyRow } from './api-key.entity.js';
import { isKeyToken } from './key-token.js';

/** How exactly the last use is known: a busy key writes no oftener. */
const USED_MS = 60_000;

const doorman: Actor = { kind: 'system', name: 'keys' };

type Found = Pick<
  ApiKeyRow,
  'id' | 'name' | 'agency' | 'scopes' | 'ranges' | 'validUntil' | 'revokedAt' | 'oldUntil'
> & { isOld: boolean; unseen: boolean };

const found = `select id, name, agency, scopes, ranges, valid_until as "validUntil",
    revoked_at as "revokedAt", old_until as "oldUntil", hash <> $1 as "isOld",
    (last_used_at is null or last_used_at <= $2) as unseen
  from api_key where hash = $1 or old_hash = $1`;

/** Who a key belongs to, and whether it may do what it asks for. */
@Injectable()
export class HeldKeys {
  constructor(
    private readonly door: Door,
    private readonly limits: Limits,
    private readonly time: Time,
  ) {}

  /** @throws key.unknown, key.ended, key.address_refused, key.not_allowed, request.too_many */
  async callerOf(token: string, address: string, needed: Permission | undefined): Promise<Caller> {
    const key = await this.find(token, address);
    this.requireLiving(key);
    if (key.ranges.length > 0 && !trustIn(key.ranges)(address))
      throw new DomainError('key.address_refused');
    await this.limits.hit('key', key.id);
    if (key.unseen) await this.see(key.id);
    const role = needed ? roleOfKey(key.scopes, key.agency !== null, needed) : null;
    if (!role) throw new DomainError('key.not_allowed');
    const { id, name, agency } = key;
    return {
      kind: 'staff',
      id,
      role,
      agency,
      name,
      login: '',
      language: 'vi',
      session: '',
      secondFactor: 'none',
      enrolled: false,
      byKey: true,
    };
  }

  /** Unknown ones are counted by address, though 256 bits are not found by trying: they cost a look. */
  private async find(token: string, address: string): Promise<Found> {
    await this.limits.peek('key_unknown', address);
    const before = new Date(this.time.now().getTime() - USED_MS);
    const [key] = isKeyToken(token)
      ? await this.door.read(doorman, (tx) => tx.query<Found[]>(found, [sha256(token), before]))
      : [];
    if (key) return key;
    await this.limits.charge('key_unknown', address);
    throw new DomainError('key.unknown');
  }

  private requireLiving({ revokedAt, validUntil, isOld, oldUntil }: Found): void {
    const now = this.time.now();
    const replaced = isOld && (oldUntil === null || oldUntil <= now);
    if (revokedAt !== null || validUntil <= now || replaced) throw new DomainError('key.ended');
  }

  private async see(id: string): Promise<void> {
    const now = this.time.now();
    await this.door.as(doorman, (tx) =>
      tx.query(
        'update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)',
        [id, now],
      ),
    );
  }
}
