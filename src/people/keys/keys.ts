import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { registrar } from '../accounts/registrar.js';
import type { Caller } from '../caller.js';
import { KnownAgencies } from '../known-agencies.js';
import { ApiKeyRow } from './api-key.entity.js';
import type {
  GivenKey,
  KeyItem,
  KeyList,
  KeyState,
  KeyView,
  ListKeys,
  MakeKey,
  RotateKey,
} from './keys.dto.js';
import { hintOf, newKeyToken } from './key-token.js';
import { recordSystemEvent } from './record-system-event.js';
import { systemEventsOf } from './system-events-of.js';
import type { SystemEvent } from './system-event.entity.js';

const HOUR = 3_600_000;
const LONGEST = 2 * 366 * 24 * HOUR;
const GRACE_HOURS = 24;

/** A city has some dozens; the list needs no pages, and ended ones stay for the record. */
const MANY = 500;

/** Makes, rotates and revokes keys; each change is on record. A key is shown once, when it is made. */
@Injectable()
export class Keys {
  constructor(
    private readonly door: Door,
    private readonly agencies: KnownAgencies,
    private readonly time: Time,
  ) {}

  async list({ state = 'active' }: ListKeys): Promise<KeyList> {
    const rows = await this.door.read(registrar, (tx) =>
      tx.find(ApiKeyRow, { order: { madeAt: 'DESC', id: 'DESC' }, take: MANY }),
    );
    const items = rows.map((row) => this.itemOf(row));
    const wanted = (item: KeyItem) =>
      state === 'all' || (item.state === 'active') === (state === 'active');
    return { items: items.filter(wanted) };
  }

  /** @throws not_found */
  view(id: string): Promise<KeyView> {
    return this.door.read(registrar, async (tx) => {
      const row = await tx.findOneBy(ApiKeyRow, { id });
      if (!row) throw new DomainError('not_found');
      return { ...this.itemOf(row), events: await systemEventsOf(tx, id) };
    });
  }

  /** @throws request.invalid */
  async make(by: Caller, given: MakeKey): Promise<GivenKey> {
    const { name, organisation, agency = null, scopes, ranges = [] } = given;
    const now = this.time.now();
    const validUntil = new Date(given.validUntil);
    if (validUntil <= now || validUntil.getTime() > now.getTime() + LONGEST)
      throw fieldError(
        'validUntil',
        'out_of_range',
        'Phải sau lúc này và không quá hai năm.',
        'Must be after now, and at most two years.',
      );
    if (agency !== null && !this.agencies.has(agency))
      throw fieldError('agency', 'unknown', 'Không có đơn vị này.', 'There is no such agency.');
    const key = newKeyToken();
    const row = { id: uuid(), name, organisation, agency, scopes, ranges, validUntil };
    await this.door.as(registrar, async (tx) => {
      const kept = { hint: hintOf(key), hash: sha256(key), madeAt: now, madeBy: by.id };
      await tx.insert(ApiKeyRow, { ...row, ...kept });
      await this.record(tx, by, row, 'key_made', { organisation, agency, scopes });
    });
    return { id: row.id, key };
  }

  /** Gives another key; the old one lives on for the grace. @throws not_found, key.ended_already */
  rotate(by: Caller, id: string, { graceHours = GRACE_HOURS }: RotateKey): Promise<GivenKey> {
    return this.door.as(registrar, async (tx) => {
      const row = await this.living(tx, id);
      const key = newKeyToken();
      const oldUntil = new Date(this.time.now().getTime() + graceHours * HOUR);
      const old = { oldHash: row.hash, oldUntil };
      await tx.update(ApiKeyRow, { id }, { hash: sha256(key), hint: hintOf(key), ...old });
      await this.record(tx, by, row, 'key_rotated', { graceHours });
      return { id, key };
    });
  }

  /** At once, the old one of a rotation too. @throws not_found, key.ended_already */
  revoke(by: Caller, id: string): Promise<void> {
    return this.door.as(registrar, async (tx) => {
      const row = await this.living(tx, id);
      await tx.update(ApiKeyRow, { id }, { revokedAt: this.time.now() });
      await this.record(tx, by, row, 'key_revoked');
    });
  }

  private async living(tx: Tx, id: string): Promise<ApiKeyRow> {
    await tx.query('select from api_key where id = $1 for update', [id]);
    const row = await tx.findOneBy(ApiKeyRow, { id });
    if (!row) throw new DomainError('not_found');
    if (row.revokedAt !== null) throw new DomainError('key.ended_already');
    return row;
  }

  private record(
    tx: Tx,
    by: Caller,
    { id, name }: Pick<ApiKeyRow, 'id' | 'name'>,
    type: SystemEvent,
    data: Record<string, unknown> = {},
  ) {
    return recordSystemEvent(tx, { subject: id, name, type, at: this.time.now(), by: by.id, data });
  }

  private itemOf(row: ApiKeyRow): KeyItem {
    const { id, name, organisation, agency, scopes, ranges, hint, oldUntil } = row;
    const now = this.time.now();
    return {
      id,
      name,
      organisation,
      agency,
      scopes,
      ranges,
      hint,
      state: stateOf(row, now),
      validUntil: row.validUntil.toISOString(),
      madeAt: row.madeAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      oldUntil: oldUntil && oldUntil > now ? oldUntil.toISOString() : null,
    };
  }
}

function stateOf({ revokedAt, validUntil }: ApiKeyRow, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  return validUntil <= now ? 'expired' : 'active';
}
