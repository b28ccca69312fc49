import { Injectable } from '@nestjs/common';
import type { Role } from '#lifecycle';
import { v7 as uuid } from 'uuid';
import { IsNull, type DataSource } from 'typeorm';
import type { Tx } from '../platform/database/door.js';
import { StaffRow } from './staff.entity.js';

export interface NewStaff {
  login: string;
  name: string;
  role: Role;
  agency: string | null;
  email: string | null;
}

/** How a person is reached, and in which place. */
export type Reached = Pick<StaffRow, 'login' | 'email' | 'language' | 'role' | 'agency'>;

/** Looks up members of staff. */
@Injectable()
export class Staff {
  /** An active person of the agency who can be named to work on a matter. */
  async worksIn(tx: Tx, id: string, agency: string): Promise<boolean> {
    return tx.existsBy(StaffRow, { id, agency, active: true, leavingAt: IsNull() });
  }

  /** How active staff are reached; null for who left. */
  async reach(tx: Tx, id: string): Promise<Reached | null> {
    return tx.findOneBy(StaffRow, { id, active: true });
  }

  async haveAdministrator(tx: Tx): Promise<boolean> {
    return tx.existsBy(StaffRow, { role: 'administrator', active: true });
  }

  /** Whoever sees what somebody did sees by whom, also across agencies. */
  async names(tx: Tx, ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }[]>(
      'select id, name from staff_names($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** Adds accounts whose login is not there yet. @returns how many were added */
export async function addStaff(
  source: Pick<DataSource, 'query'>,
  people: readonly NewStaff[],
  passwordHash: string,
): Promise<number> {
  const rows = people.map((person) => ({
    ...person,
    login: person.login.toLowerCase(),
    id: uuid(),
  }));
  const added = await source.query<unknown[]>(
    `with added as (
       insert into staff (id, login, name, role, agency, email, password_hash)
       select id, login, name, role, agency, email, $2
       from jsonb_to_recordset($1::jsonb)
         as person(id uuid, login text, name text, role text, agency text, email text)
       on conflict (login) do nothing returning id)
     select id from added`,
    [JSON.stringify(rows), passwordHash],
  );
  return added.length;
}
