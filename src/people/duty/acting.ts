import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import type { Caller } from '../caller.js';
import { obliged } from '../second-factor-duty.js';
import { standsInFor, type Running } from './running.js';

/** The header in which a stand-in names the person in whose place it acts. */
export const ACTING_FOR = 'x-acting-for';

const duty: Actor = { kind: 'system', name: 'duty' };

/** Who acts in whose place (trực thay): the own session, with the role and agency of the absent person. */
@Injectable()
export class Acting {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** The caller in the place of the person named by the header. @throws stand_in.not_running */
  async inPlaceOf(own: Caller, header: string | string[] | undefined): Promise<Caller> {
    if (header === undefined) return own;
    const found = (await this.standsInFor(own.id)).find(({ absentId }) => absentId === header);
    if (!found) throw new DomainError('stand_in.not_running');
    return this.caller(own, found);
  }

  /** In whose place the person may act now; a delegation is not passed on, so only those named directly. */
  standsInFor(id: string): Promise<Running[]> {
    return this.door.read(duty, (tx) => standsInFor(tx, id, this.time.now()));
  }

  /** The one place where a stand-in gets another's role: what that role asks of a session is asked here. */
  private caller(own: Caller, { absentId, role, agency }: Running): Caller {
    if (obliged.includes(role) && own.secondFactor !== 'on')
      throw new DomainError('session.second_factor_required');
    return { ...own, role, agency, actingFor: absentId };
  }
}
