import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { recordStaffEvent } from './accounts/record-staff-event.js';
import { actorOf, type Caller } from './caller.js';
import type { StartSecondFactor, StopSecondFactor } from './dto/own-account.dto.js';
import { own, OwnAccount } from './own-account.js';
import { obliged } from './second-factor-duty.js';
import { SecondFactors } from './second-factors.js';
import { SessionRow } from './session.entity.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** A person's own second factor: on, renewed, off. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly door: Door,
    private readonly account: OwnAccount,
    private readonly attempts: SignInAttempts,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Where one is on already, its code is asked for too: a new phone is enrolled with the old one. */
  async start(caller: Caller, { password, code }: StartSecondFactor, address: string) {
    await this.account.confirmPassword(caller, password, address);
    if (await this.factors.isOn(caller.id)) {
      if (code === undefined) throw new DomainError('second_factor.code_required');
      await this.giveCode(caller, code, address);
    }
    return this.factors.start(caller.id, caller.login);
  }

  /** Switches it on and ends every other session. @returns the codes, and the session's new token */
  async confirm(caller: Caller, code: string, address: string) {
    const confirmed = await this.attempts.attempt(caller.login, address, () =>
      this.door.as(actorOf(caller), async (tx) => {
        const recoveryCodes = await this.factors.confirm(tx, caller.id, code);
        await this.sessions.endAll(tx, caller.id, caller.session);
        const token = await this.sessions.renew(tx, caller, { secondFactor: true });
        await recordStaffEvent(tx, { ...own(caller, this.time), type: 'second_factor_on' });
        return { recoveryCodes, token };
      }),
    );
    this.log.fact('second factor on', { staff: caller.id });
    return confirmed;
  }

  /** For a session that was opened without it, by another identity provider. @returns the session's new token */
  async pass(caller: Caller, code: string, address: string): Promise<string> {
    await this.giveCode(caller, code, address);
    return this.door.as(actorOf(caller), (tx) =>
      this.sessions.renew(tx, caller, { secondFactor: true }),
    );
  }

  async renewRecoveryCodes(caller: Caller, code: string, address: string): Promise<string[]> {
    await this.giveCode(caller, code, address);
    return this.door.as(actorOf(caller), (tx) => this.factors.replaceRecoveryCodes(tx, caller.id));
  }

  /** @throws second_factor.obligatory */
  async stop(caller: Caller, { password, code }: StopSecondFactor, address: string): Promise<void> {
    if (obliged.includes(caller.role)) throw new DomainError('second_factor.obligatory');
    await this.account.confirmPassword(caller, password, address);
    await this.giveCode(caller, code, address);
    await this.door.as(actorOf(caller), async (tx) => {
      await this.factors.remove(tx, caller.id);
      await tx.update(SessionRow, { staffId: caller.id }, { secondFactor: false });
      await recordStaffEvent(tx, { ...own(caller, this.time), type: 'second_factor_off' });
    });
    this.log.fact('second factor off', { staff: caller.id });
  }

  /** @throws second_factor.refused, second_factor.off */
  private async giveCode({ id, login }: Caller, code: string, address: string): Promise<void> {
    if (!(await this.factors.isOn(id))) throw new DomainError('second_factor.off');
    await this.attempts.attempt(login, address, async () => {
      if (!(await this.factors.accepts(id, code))) throw new DomainError('second_factor.refused');
    });
  }
}
