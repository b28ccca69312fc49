import type { Actor } from '#lifecycle';
import { closedToObservers } from '#privacy';
import { Inject, Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { lineOf } from '../../catalog/concerned.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { announce, Door, type Tx } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { caseUrl } from '../links.js';
import { kindOfEvent, type WebhookKind } from './kinds.js';
import { channelOf, type WebhookMessage } from './message.js';

const NAME = 'webhooks';
const PAGE = 200;

export const webhooks: Actor = { kind: 'system', name: 'webhooks' };

// Below the oldest transaction still running nothing can appear any more.
const settled = 'xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

interface Entry {
  xid: string;
  seq: string;
  complaintId: string;
  number: number;
  type: string;
  at: Date;
  agencies: string[];
  by: string | null;
  status: string;
  lead: string | null;
  about: string | null;
  privacy: string;
}

interface Receiver {
  id: string;
  kinds: WebhookKind[];
  agency: string | null;
  madeAt: Date;
}

/**
 * Follows the event log and writes a row of the outbox for each receiver that wants to know. Place and rows are written
 * by one transaction: no event is told twice by it, and none is passed over. Whoever changes a case waits for nothing.
 */
@Injectable()
export class FanOut {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns how many events were read */
  async round(): Promise<number> {
    if (!(await this.isBehind())) return 0;
    return this.door.as(webhooks, async (tx) => {
      const [place] = await tx.query<Pick<Entry, 'xid' | 'seq'>[]>(
        `select xid::text, seq::text from log_follower where name = $1 for update skip locked`,
        [NAME],
      );
      if (!place) return 0;
      const receivers = await tx.query<Receiver[]>(
        `select id, kinds, agency, made_at as "madeAt" from webhook where ended_at is null`,
      );
      if (receivers.length === 0) return this.skip(tx);
      const entries = await this.read(tx, place);
      await this.write(tx, entries, receivers);
      const last = entries.at(-1) ?? place;
      await this.leave(tx, last);
      return entries.length;
    });
  }

  private async isBehind(): Promise<boolean> {
    const [behind] = await this.door.read(webhooks, (tx) =>
      tx.query<unknown[]>(
        `select 1 from log_follower f, lateral (
           select 1 from complaint_event e
           where (e.xid, e.seq) > (f.xid, f.seq) and e.${settled}
           order by e.xid, e.seq limit 1) next where f.name = $1`,
        [NAME],
      ),
    );
    return behind !== undefined;
  }

  /** Nobody listens: what has happened so far is nobody's to be told. */
  private async skip(tx: Tx): Promise<number> {
    await tx.query(
      `update log_follower f set xid = e.xid, seq = e.seq from (
         select xid, seq from complaint_event where ${settled} order by xid desc, seq desc limit 1) e
       where f.name = $1`,
      [NAME],
    );
    return 0;
  }

  private leave(tx: Tx, { xid, seq }: Pick<Entry, 'xid' | 'seq'>) {
    return tx.query('update log_follower set xid = $1, seq = $2 where name = $3', [xid, seq, NAME]);
  }

  /** Index: complaint_event_order (xid, seq). */
  private read(tx: Tx, { xid, seq }: Pick<Entry, 'xid' | 'seq'>): Promise<Entry[]> {
    return tx.query<Entry[]>(
      `select e.xid::text, e.seq::text, e.complaint_id as "complaintId", e.number, e.type, e.at, e.agencies,
         e.actor->>'name' as by, c.status, c.lead, c.about, c.privacy
       from (select * from complaint_event where (xid, seq) > ($1::bigint, $2::bigint) and ${settled}
         order by xid, seq limit ${PAGE}) e join complaint c on c.id = e.complaint_id
       order by e.xid, e.seq`,
      [xid, seq],
    );
  }

  private async write(tx: Tx, entries: Entry[], receivers: Receiver[]): Promise<void> {
    const rows = entries.flatMap((entry) =>
      receivers.flatMap((receiver) => this.rowFor(entry, receiver) ?? []),
    );
    if (rows.length === 0) return;
    announce(tx);
    const now = this.time.now();
    await tx.query(
      `insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
       select r.key, r.channel, r.complaint_id, r.channel, r.template, r.data, $2, $2
       from jsonb_to_recordset($1::jsonb) as r (key text, channel text, complaint_id uuid, template text, data jsonb)
       on conflict (key) do nothing`,
      [JSON.stringify(rows), now],
    );
  }

  private rowFor(entry: Entry, receiver: Receiver) {
    const kind = kindOfEvent(entry.type);
    if (!kind || !receiver.kinds.includes(kind) || !this.mayHear(receiver, entry)) return null;
    return {
      key: `webhook/${receiver.id}/${entry.complaintId}/${entry.number}`,
      channel: channelOf(receiver.id),
      complaint_id: entry.complaintId,
      template: kind,
      data: this.messageOf(entry, kind),
    };
  }

  /** What observers may not know of goes to no receiver, and nothing to one of those complained of. */
  private mayHear({ agency, madeAt }: Receiver, entry: Entry): boolean {
    if (entry.at < madeAt || entry.by === 'import' || closedToObservers(entry.privacy))
      return false;
    if (agency === null) return true;
    const within = this.city.withSubordinates(agency);
    const line = lineOf({ role: 'officer', agency }, this.city);
    if (entry.about !== null && line.includes(entry.about)) return false;
    return entry.agencies.some((code) => within.includes(code));
  }

  private messageOf(entry: Entry, type: WebhookKind): WebhookMessage {
    const { complaintId, number, seq, at, status, lead } = entry;
    return {
      type,
      timestamp: at.toISOString(),
      data: {
        id: complaintId,
        number,
        sequence: Number(seq),
        agency: lead,
        status,
        link: caseUrl(this.config.publicUrl, complaintId),
      },
    };
  }
}
