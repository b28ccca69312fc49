import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import type { SignIn } from './dto/session.dto.js';
import { Passwords } from './passwords.js';
import type { Peer } from './peer.js';
import { SecondFactors } from './second-factors.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StaffRow } from './staff.entity.js';

const doorman: Actor = { kind: 'system', name: 'sign-in' };

/** Signing in with a password, and a code where the second factor is on. */
@Injectable()
export class SignIns {
  constructor(
    private readonly door: Door,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  /** @throws session.refused, session.code_required, session.code_refused, session.slow_down */
  async signIn({ login, password, code }: SignIn, { address, device }: Peer, instead?: string) {
    const name = login.toLowerCase();
    const { staff, secondFactor } = await this.attempts.attempt(name, address, () =>
      this.prove(name, password, code),
    );
    await this.door.as(doorman, (tx) => this.attempts.clear(tx, name));
    this.log.fact('signed in', { staff: staff.id, secondFactor });
    return this.sessions.open(staff, { secondFactor, device, instead });
  }

  private async prove(login: string, password: string, code: string | undefined) {
    const staff = await this.door.read(doorman, (tx) =>
      tx.findOneBy(StaffRow, { login, active: true }),
    );
    if (!(await this.passwords.matches(staff?.passwordHash ?? null, password)) || !staff)
      throw this.refusal('session.refused', staff);
    const secondFactor = await this.factors.isOn(staff.id);
    if (secondFactor && code === undefined) throw new DomainError('session.code_required');
    if (secondFactor && code !== undefined && !(await this.factors.accepts(staff.id, code)))
      throw this.refusal('session.code_refused', staff);
    return { staff, secondFactor };
  }

  private refusal(code: 'session.refused' | 'session.code_refused', staff: StaffRow | null) {
    this.log.trouble('sign-in refused', { code, staff: staff?.id });
    return new DomainError(code);
  }
}
