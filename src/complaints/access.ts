import type { IdentityAccess } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import type { Caller } from '../people/caller.js';
import { cityWide } from '../people/permissions.js';
import type { Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ComplaintRow } from './complaint.entity.js';
import { identityAccessOf } from './identity-access.js';

/** The one place that says which complaints a caller may see. */
@Injectable()
export class Access {
  constructor(private readonly city: City) {}

  /** The agencies whose complaints the caller sees; null when it is the whole city's. */
  agenciesOf(caller: Pick<Caller, 'role' | 'agency'>): string[] | null {
    if (cityWide.includes(caller.role)) return null;
    return caller.agency ? this.city.withSubordinates(caller.agency) : [];
  }

  /** The complaint, when the caller may see it. @throws not_found alike for unknown and forbidden ones */
  async require(tx: Tx, caller: Caller, id: string): Promise<ComplaintRow> {
    const row = await tx.findOneBy(ComplaintRow, { id });
    const agencies = this.agenciesOf(caller);
    const visible =
      row &&
      (agencies === null ||
        [row.lead, ...row.supporting].some((code) => code !== null && agencies.includes(code)));
    if (!visible) throw new DomainError('not_found');
    return row;
  }

  /** How the caller may come to know who filed it. */
  identity(caller: Caller, row: Pick<ComplaintRow, 'category' | 'lead'>): IdentityAccess {
    return identityAccessOf(caller, row, this.city);
  }
}
