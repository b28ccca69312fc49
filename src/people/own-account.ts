import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import type { Language } from '../platform/moment.js';
import { Time } from '../platform/time.js';
import { recordStaffEvent } from './accounts/record-staff-event.js';
import { actorOf, type Caller } from './caller.js';
import type { ChangePassword } from './dto/own-account.dto.js';
import { passwordFault } from './password-rules.js';
import { PasswordResetRow } from './password-reset.entity.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StaffRow } from './staff.entity.js';

/** What a person does to their own account, for the record. */
export const own = ({ id }: Caller, time: Time) => ({ staffId: id, by: id, at: time.now() });

/** A person's own password. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly door: Door,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Also ends every other session and mailed link. @returns the session's new token */
  async changePassword(
    caller: Caller,
    { current, next }: ChangePassword,
    address: string,
  ): Promise<string> {
    this.requireGood('next', next, caller.login);
    await this.confirmPassword(caller, current, address);
    const passwordHash = await this.passwords.hash(next);
    const token = await this.door.as(actorOf(caller), async (tx) => {
      await tx.update(StaffRow, { id: caller.id }, { passwordHash });
      await tx.delete(PasswordResetRow, { staffId: caller.id });
      await this.sessions.endAll(tx, caller.id, caller.session);
      await recordStaffEvent(tx, { ...own(caller, this.time), type: 'password_changed' });
      return this.sessions.renew(tx, caller);
    });
    this.log.fact('password changed', { staff: caller.id });
    return token;
  }

  async chooseLanguage(caller: Caller, language: Language): Promise<void> {
    await this.door.as(actorOf(caller), (tx) =>
      tx.update(StaffRow, { id: caller.id }, { language }),
    );
  }

  /** Asks for the password once more before something that a stolen session must not do. @throws password.refused */
  async confirmPassword(caller: Caller, password: string, address: string): Promise<void> {
    await this.attempts.attempt(caller.login, address, async () => {
      const row = await this.door.read(actorOf(caller), (tx) =>
        tx.findOneBy(StaffRow, { id: caller.id }),
      );
      if (!(await this.passwords.matches(row?.passwordHash ?? null, password)))
        throw new DomainError('password.refused');
    });
  }

  /** @throws request.invalid naming the field */
  requireGood(field: string, password: string, login: string): void {
    const fault = passwordFault(password, login, this.config.city);
    if (fault) throw fieldError(field, fault.code, fault.vi, fault.en);
  }
}
