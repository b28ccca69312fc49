import type { Actor } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { derive } from '../platform/config/secret-key.js';
import { SECRET_KEY } from '../platform/config/secret-key.token.js';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { isRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery-codes.js';
import { seal, unseal } from '../platform/sealing/box.js';
import { SecondFactorRow } from './second-factor.entity.js';
import { enrolmentUri, newSecret, stepOf } from './totp.js';

const keeper: Actor = { kind: 'system', name: 'second factors' };

const PENDING_MS = 15 * 60_000;

const keyOf = (secretKey: Buffer) => derive(secretKey, 'second factors');

/** A secret as the table holds it: of no use in another person's row. */
export const sealSecret = (secretKey: Buffer, staffId: string, secret: string) =>
  seal(keyOf(secretKey), secret, staffId);

/** Codes by time, and the recovery codes beside them: each is accepted once. */
@Injectable()
export class SecondFactors {
  private readonly key: Buffer;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.key = keyOf(secretKey);
  }

  async isOn(staffId: string): Promise<boolean> {
    const row = await this.door.read(keeper, (tx) => tx.findOneBy(SecondFactorRow, { staffId }));
    return (row?.secret ?? null) !== null;
  }

  /** Whether the code is good; then it is not any more. */
  accepts(staffId: string, code: string): Promise<boolean> {
    return this.door.as(keeper, (tx) =>
      isRecoveryCode(code) ? this.spend(tx, staffId, code) : this.use(tx, staffId, code),
    );
  }

  /** Shows a new secret; what was on stays on until the new one is confirmed. */
  async start(staffId: string, login: string): Promise<{ secret: string; uri: string }> {
    const secret = newSecret();
    const pending = seal(this.key, secret, staffId);
    await this.door.as(keeper, (tx) =>
      tx.query(
        `insert into second_factor (staff_id, pending, pending_at, recovery_codes)
         values ($1, $2, $3, '{}')
         on conflict (staff_id) do update set pending = $2, pending_at = $3`,
        [staffId, pending, this.time.now()],
      ),
    );
    return { secret, uri: enrolmentUri(secret, login) };
  }

  /** Switches the secret that was shown on. @returns the recovery codes, which are kept only as hashes */
  async confirm(tx: Tx, staffId: string, code: string): Promise<string[]> {
    const now = this.time.now();
    const row = await tx.findOneBy(SecondFactorRow, { staffId });
    if (!row?.pending || !row.pendingAt || now.getTime() - row.pendingAt.getTime() > PENDING_MS)
      throw new DomainError('second_factor.not_started');
    const lastStep = stepOf(unseal(this.key, row.pending, staffId), code, now);
    if (lastStep === null) throw new DomainError('second_factor.refused');
    const on = { secret: row.pending, pending: null, pendingAt: null, lastStep };
    const { affected } = await tx.update(SecondFactorRow, { staffId, pending: row.pending }, on);
    if (affected !== 1) throw new DomainError('second_factor.not_started');
    return this.replaceRecoveryCodes(tx, staffId);
  }

  async replaceRecoveryCodes(tx: Tx, staffId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const recoveryCodes = codes.map((code) => recoveryHash(staffId, code));
    await tx.update(SecondFactorRow, { staffId }, { recoveryCodes });
    return codes;
  }

  async remove(tx: Tx, staffId: string): Promise<void> {
    await tx.delete(SecondFactorRow, { staffId });
  }

  private async spend(tx: Tx, staffId: string, code: string): Promise<boolean> {
    const spent = await tx.query<unknown[]>(
      `with spent as (
         update second_factor set recovery_codes = array_remove(recovery_codes, $2)
         where staff_id = $1 and secret is not null and $2 = any(recovery_codes) returning 1)
       select 1 from spent`,
      [staffId, recoveryHash(staffId, code)],
    );
    return spent.length === 1;
  }

  private async use(tx: Tx, staffId: string, code: string): Promise<boolean> {
    const row = await tx.findOneBy(SecondFactorRow, { staffId });
    if (!row?.secret) return false;
    const step = stepOf(unseal(this.key, row.secret, staffId), code, this.time.now());
    if (step === null) return false;
    const used = await tx.query<unknown[]>(
      `with used as (
         update second_factor set last_step = $2
         where staff_id = $1 and secret = $3 and (last_step is null or last_step < $2) returning 1)
       select 1 from used`,
      [staffId, step, row.secret],
    );
    return used.length === 1;
  }
}
