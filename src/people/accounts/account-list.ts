import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { registrar } from './registrar.js';
import type {
  AccountEventView,
  AccountItem,
  AccountPage,
  AccountView,
  ListAccounts,
} from './accounts.dto.js';

const columns = `s.id, s.login, s.name, s.role, s.agency, s.email, s.language, s.active,
    s.leaving_at is not null as leaving,
    exists (select from second_factor f where f.staff_id = s.id and f.secret is not null)
      as "secondFactor",
    (select count(*)::int from session e where e.staff_id = s.id and e.expires_at > $1) as sessions`;

// A city has a few thousand people: they are looked through. The place to go on from is a person, so no name is in
// an address.
const listed = `select ${columns} from staff s
  where ($2 = 'all' or s.active = ($2 = 'active'))
    and ($3::text is null or s.role = $3) and ($4::text is null or s.agency = $4)
    and ($5::text is null or vi_fold(s.name) like $5 or s.login like $5)
    and ($6::uuid is null or (s.name, s.id) > (select p.name, p.id from staff p where p.id = $6))
  order by s.name, s.id limit $7`;

// Index: staff_event_of (staff_id, seq).
const history = `select e.type, e.at, b.name as by, e.data
  from staff_event e left join staff b on b.id = e.by
  where e.staff_id = $1 order by e.seq desc limit 50`;

/** The accounts as their administrator sees them. */
@Injectable()
export class AccountList {
  constructor(
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  page({
    q,
    role,
    agency,
    state = 'active',
    after,
    limit = 50,
  }: ListAccounts): Promise<AccountPage> {
    return this.door.read(registrar, async (tx) => {
      const words = q === undefined ? null : await this.pattern(tx, q);
      const asked = [state, role ?? null, agency ?? null, words, after ?? null, limit + 1];
      const rows = await tx.query<AccountItem[]>(listed, [this.time.now(), ...asked]);
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws not_found */
  view(id: string): Promise<AccountView> {
    return this.door.read(registrar, async (tx) => {
      const [item] = await tx.query<AccountItem[]>(
        `select ${columns} from staff s where s.id = $2`,
        [this.time.now(), id],
      );
      if (!item) throw new DomainError('not_found');
      const events = await tx.query<(Omit<AccountEventView, 'at'> & { at: Date })[]>(history, [id]);
      return {
        ...item,
        events: events.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
      };
    });
  }

  private async pattern(tx: Tx, q: string): Promise<string> {
    const [{ folded = '' } = {}] = await tx.query<{ folded: string }[]>(
      'select vi_fold($1) as folded',
      [q],
    );
    return `%${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  }
}
