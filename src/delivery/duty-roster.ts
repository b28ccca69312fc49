import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { standInOf } from '../people/duty/running.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { delivery, Outbox, type Claimed } from './outbox.js';

// A person's row has the key it would have if the person had been told directly: whom one event reaches
// in two ways gets one mail.
const share = `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
  select $2 || 'staff:' || person, channel, complaint_id, 'staff:' || person, template, data, created_at, $4
  from outbox, unnest($3::text[]) person where id = $1
  on conflict (key) do nothing`;

// An agency without accounts has nobody on duty; it is told by its own address.
const partnerRow = `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
  select $2 || $3::text, channel, complaint_id, $3, template, data, created_at, $4 from outbox where id = $1
  on conflict (key) do nothing`;

const standInRow = `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
  select $2, channel, complaint_id, $3, template, data || jsonb_build_object('standsInFor', $4::text), created_at, $5
  from outbox where id = $1
  on conflict (key) do nothing`;

/** The same for several rows of one person, inside a transaction. */
export const standInRows = `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
  select case when right(key, length(recipient)) = recipient then left(key, -length(recipient))
      else key || '/' end || $2,
    channel, complaint_id, $2, template, data || jsonb_build_object('standsInFor', $3::text), created_at, $4
  from outbox where id = any($1::bigint[]) and data->>'standsInFor' is null
  on conflict (key) do nothing`;

/** The row's key before its recipient. */
const stemOf = ({ key, recipient }: Claimed) =>
  key.endsWith(recipient) ? key.slice(0, -recipient.length) : `${key}/`;

/**
 * Turns a row for a duty (`duty:<role>` or `duty:<role>:<agency>`) into one for each person who has it now, and
 * one for a person into one more for whoever stands in now.
 */
@Injectable()
export class DutyRoster {
  constructor(
    private readonly door: Door,
    private readonly outbox: Outbox,
    private readonly time: Time,
    private readonly city: City,
  ) {}

  async share(row: Claimed): Promise<void> {
    const people = await this.onDuty(row.recipient);
    const partner = people.length === 0 ? this.partnerOf(row.recipient) : null;
    if (partner)
      return this.outbox.sent(row, null, (tx) =>
        tx.query(partnerRow, [row.id, stemOf(row), `partner:${partner}`, this.time.now()]),
      );
    if (people.length === 0) return this.outbox.sent(row, 'no address');
    await this.outbox.sent(row, null, (tx) =>
      tx.query(share, [row.id, stemOf(row), people, this.time.now()]),
    );
  }

  /**
   * Only what is about a case, not what is the person's own, and not on from stand-in to stand-in. Each attempt may
   * ask again: the key is taken once.
   */
  async tellStandIn(row: Claimed): Promise<void> {
    const [kind, person = ''] = row.recipient.split(':');
    if (kind !== 'staff' || row.complaintId === null || row.data.standsInFor !== undefined) return;
    const now = this.time.now();
    const found = await this.door.read(delivery, (tx) => standInOf(tx, person, now));
    if (!found) return;
    const recipient = `staff:${found.standInId}`;
    const values = [row.id, `${stemOf(row)}${recipient}`, recipient, person, now];
    await this.door.as(delivery, (tx) => tx.query(standInRow, values));
  }

  private partnerOf(recipient: string): string | null {
    const [, role, code = ''] = recipient.split(':');
    return role === 'agency_head' && this.city.agency(code)?.partner ? code : null;
  }

  private async onDuty(recipient: string): Promise<string[]> {
    const [, role, agency = null] = recipient.split(':');
    const rows = await this.door.read(delivery, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from staff where role = $1 and ($2::text is null or agency = $2) and active
           and (email is not null or exists (select from stand_in d where d.absent_id = staff.id
             and d.starts_at <= $3 and d.ends_at > $3 and d.ended_at is null))`,
        [role, agency, this.time.now()],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
