import type { Actor, Role } from '#lifecycle';
import type { Tx } from '../../platform/database/door.js';

/** Who did in history what staff do, for the source does not name them. */
const IMPORT_ACCOUNT = '00000000-0000-4000-8000-000000000311';

export function importStaff(role: Role, agency: string | null): Extract<Actor, { kind: 'staff' }> {
  return { kind: 'staff', id: IMPORT_ACCOUNT, role, agency };
}

/** Adds the account behind imported events once; nobody can sign in with it. */
export async function addImportAccount(tx: Tx): Promise<void> {
  await tx.query(
    `insert into staff (id, login, name, role, agency, email, password_hash, active)
     values ($1, 'import', 'Dữ liệu lịch sử', 'operator', null, null, '-', false)
     on conflict do nothing`,
    [IMPORT_ACCOUNT],
  );
}
