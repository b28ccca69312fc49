import { roles, type Role } from '#lifecycle';
import type { Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import type { KnownAgencies } from '../known-agencies.js';

const LOCK = 7_318_073;

export const inAgency = (role: Role) => role === 'agency_head' || role === 'officer';

/** @throws request.invalid where role and agency do not go together */
export function requireFitting(role: Role, agency: string | null, known: KnownAgencies): void {
  if (!roles.includes(role)) throw new DomainError('request.malformed');
  if (inAgency(role) && agency === null)
    throw fieldError('agency', 'required', 'Vai trò này cần đơn vị.', 'This role needs an agency.');
  if (!inAgency(role) && agency !== null)
    throw fieldError('agency', 'not_wanted', 'Vai trò này không có đơn vị.', 'This role has none.');
  if (agency !== null && !known.has(agency))
    throw fieldError('agency', 'unknown', 'Không có đơn vị này.', 'There is no such agency.');
}

/** Two administrators who end each other take turns: the second sees that the first is the last. */
export async function requireAnotherAdministrator(tx: Tx, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const [other] = await tx.query<unknown[]>(
    `select from staff where role = 'administrator' and active and leaving_at is null
       and id <> $1 limit 1`,
    [id],
  );
  if (!other) throw new DomainError('account.last_administrator');
}
