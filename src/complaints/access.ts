import type { IdentityAccess } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import type { Caller } from '../people/caller.js';
import { scopeOf } from '#permissions';
import type { Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ComplaintRow } from './complaint.entity.js';
import { lineOf } from '../catalog/concerned.js';
import { identityAccessOf } from './identity-access.js';

/** Whose eyes a case is shown to. */
export type Viewer = Pick<Caller, 'role' | 'agency' | 'byKey'>;

/** The one place that says which complaints a caller may see. */
@Injectable()
export class Access {
  constructor(private readonly city: City) {}

  /** The agencies whose complaints the caller sees; null when it is the whole city's. */
  agenciesOf(caller: Pick<Caller, 'role' | 'agency'>): string[] | null {
    if (scopeOf(caller.role, 'case.read') === 'city') return null;
    return caller.agency ? this.city.withSubordinates(caller.agency) : [];
  }

  /** What is about one of these agencies the caller never sees: their own and those above it. */
  lineOf(caller: Pick<Caller, 'role' | 'agency'>): string[] {
    return lineOf(caller, this.city);
  }

  /**
   * The complaint, when row-level security shows it to whoever the transaction is for.
   * @throws not_found alike for unknown and forbidden ones
   */
  async require(tx: Tx, id: string): Promise<ComplaintRow> {
    const row = await tx.findOneBy(ComplaintRow, { id });
    if (!row) throw new DomainError('not_found');
    return row;
  }

  /** How the caller may come to know who filed it. */
  identity(
    caller: Viewer,
    row: Pick<ComplaintRow, 'category' | 'lead' | 'restricted'>,
  ): IdentityAccess {
    // Whoever reads the other system is not known here, and so cannot answer for it.
    if (caller.byKey) return 'never';
    return identityAccessOf(caller, row, this.city);
  }
}
