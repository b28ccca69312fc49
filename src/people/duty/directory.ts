import type { Role } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/door.js';
import type { Caller } from '../caller.js';

export interface Colleague {
  id: string;
  name: string;
  role: Role;
  agency: string | null;
  email: string | null;
  leaving: boolean;
}

export interface PeopleFilter {
  agency?: string;
  after?: string;
  limit: number;
}

// The place to go on from is the person of that id, so no name is in an address.
const colleagues = `select id, name, role, agency, leaving_at is not null as leaving,
    case when $1 = 'administrator' then email end as email
  from staff
  where active and ($1 = 'administrator' or staff_unit(role, agency) = staff_unit($1, $2))
    and ($3::text is null or agency = $3)
    and ($4::uuid is null or (name, id) > (select p.name, p.id from staff p where p.id = $4))
  order by name, id limit $5`;

/** The active people of a caller's unit; all for the administrator, who alone sees addresses. */
@Injectable()
export class Directory {
  page(tx: Tx, { role, agency }: Caller, filter: PeopleFilter): Promise<Colleague[]> {
    const { agency: asked = null, after = null, limit } = filter;
    return tx.query(colleagues, [role, agency, asked, after, limit]);
  }
}
