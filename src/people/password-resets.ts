import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { IsNull, MoreThan, Not } from 'typeorm';
import { announce, Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { sha256 } from '../platform/sha256.js';
import { Time } from '../platform/time.js';
import type { ConfirmReset } from './dto/session.dto.js';
import { recordStaffEvent } from './accounts/record-staff-event.js';
import { OwnAccount } from './own-account.js';
import { PasswordResetRow } from './password-reset.entity.js';
import { Passwords } from './passwords.js';
import { PASSWORD_RESET, ResetTokens, WELCOME } from './reset-tokens.js';
import type { LinkTemplate, ResetData } from './reset-tokens.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StaffRow } from './staff.entity.js';

const VALID_MS: Record<LinkTemplate, number> = {
  [PASSWORD_RESET]: 30 * 60_000,
  // Whoever begins on Monday gets the mail on Friday.
  [WELCOME]: 7 * 24 * 3_600_000,
};

const resetter: Actor = { kind: 'system', name: 'password resets' };

/** A new password by a link that was mailed to the account's address. The second factor stays as it is. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly door: Door,
    private readonly attempts: SignInAttempts,
    private readonly account: OwnAccount,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly tokens: ResetTokens,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Says nothing about whether there is such an account. @throws session.slow_down */
  async ask(login: string, address: string): Promise<void> {
    const name = login.toLowerCase();
    await this.door.as(resetter, async (tx) => {
      if (!(await this.attempts.mayReset(tx, name, address))) return;
      const staff = await tx.findOneBy(StaffRow, {
        login: name,
        active: true,
        email: Not(IsNull()),
      });
      if (staff) await this.mail(tx, staff.id, PASSWORD_RESET);
    });
  }

  /** Also ends every session and every other link. @throws session.reset_refused, request.invalid */
  async confirm({ token, password }: ConfirmReset): Promise<void> {
    const tokenHash = sha256(token);
    const staff = await this.door.read(resetter, (tx) => this.holder(tx, tokenHash));
    this.account.requireGood('password', password, staff.login);
    const passwordHash = await this.passwords.hash(password);
    await this.door.as(resetter, async (tx) => {
      // The person's row first, so that two links of one person are used one after the other.
      await tx.update(StaffRow, { id: staff.id }, { passwordHash });
      const { affected } = await tx.delete(PasswordResetRow, { tokenHash });
      if (affected !== 1) throw new DomainError('session.reset_refused');
      await tx.delete(PasswordResetRow, { staffId: staff.id });
      await this.sessions.endAll(tx, staff.id);
      await this.attempts.clear(tx, staff.login);
      await recordStaffEvent(tx, {
        staffId: staff.id,
        type: 'password_reset',
        at: this.time.now(),
        by: null,
      });
    });
    this.log.fact('password reset', { staff: staff.id });
  }

  /** The first link of an account, from whoever made it. */
  welcome(tx: Tx, staffId: string): Promise<void> {
    return this.mail(tx, staffId, WELCOME);
  }

  private async mail(tx: Tx, staffId: string, template: LinkTemplate): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = sha256(token);
    const now = this.time.now();
    const expiresAt = new Date(now.getTime() + VALID_MS[template]);
    await tx.insert(PasswordResetRow, { tokenHash, staffId, expiresAt });
    const data: ResetData = {
      sealed: this.tokens.seal(token, staffId),
      expiresAt: expiresAt.toISOString(),
    };
    announce(tx);
    await tx.insert(OutboxRow, {
      key: `${template}/${tokenHash}`,
      channel: 'mail',
      recipient: `staff:${staffId}`,
      template,
      data: data as object,
      createdAt: now,
      nextAt: now,
    });
  }

  private async holder(tx: Tx, tokenHash: string): Promise<StaffRow> {
    const expiresAt = MoreThan(this.time.now());
    const reset = await tx.findOneBy(PasswordResetRow, { tokenHash, expiresAt });
    const staff = reset && (await tx.findOneBy(StaffRow, { id: reset.staffId, active: true }));
    if (!staff) throw new DomainError('session.reset_refused');
    return staff;
  }
}
