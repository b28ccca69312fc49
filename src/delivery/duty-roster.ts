import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { delivery, Outbox, type Claimed } from './outbox.js';

// A person's row has the key it would have if the person had been told directly: whom one event reaches
// in two ways gets one mail.
const share = `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
  select $2 || 'staff:' || person, channel, complaint_id, 'staff:' || person, template, data, created_at, $4
  from outbox, unnest($3::text[]) person where id = $1
  on conflict (key) do nothing`;

/** Turns a row for a duty (`duty:<role>` or `duty:<role>:<agency>`) into one for each person who has it now. */
@Injectable()
export class DutyRoster {
  constructor(
    private readonly door: Door,
    private readonly outbox: Outbox,
    private readonly time: Time,
  ) {}

  async share(row: Claimed): Promise<void> {
    const people = await this.onDuty(row.recipient);
    if (people.length === 0) return this.outbox.sent(row, 'no address');
    const { key, recipient } = row;
    const stem = key.endsWith(recipient) ? key.slice(0, -recipient.length) : `${key}/`;
    await this.outbox.sent(row, null, (tx) =>
      tx.query(share, [row.id, stem, people, this.time.now()]),
    );
  }

  private async onDuty(recipient: string): Promise<string[]> {
    const [, role, agency = null] = recipient.split(':');
    const rows = await this.door.read(delivery, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from staff where role = $1 and ($2::text is null or agency = $2)
           and active and email is not null`,
        [role, agency],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
