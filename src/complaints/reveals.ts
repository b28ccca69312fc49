import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Staff } from '../people/staff.js';
import { Door, type Tx } from '../platform/database/door.js';
import { sha256 } from '../platform/sha256.js';
import { CaseCommands, type Seen } from './case-commands.js';
import type { ComplaintEventRow } from './complaint-event.entity.js';
import { decodeCursor, encodeCursor, numbered } from './cursor.js';
import type { Reveal } from './dto/case-commands.dto.js';
import type { ListReveals, Revealed, RevealPage } from './dto/reveals.dto.js';
import { Identities } from './identities.js';

interface Raw {
  seq: string;
  at: Date;
  actor: Extract<ComplaintEventRow['actor'], { kind: 'staff' }>;
  complaintId: string;
  category: string | null;
  privacy: string;
  reason: string | null;
}

// Index: complaint_event_reveal (at, seq).
const list = `select e.seq, e.at, e.actor, c.id as "complaintId", c.category, c.privacy, m.text as reason
  from complaint_event e
  join complaint c on c.id = e.complaint_id
  left join message m on m.complaint_id = e.complaint_id and m.number = e.number
  where e.type = 'identity_revealed'
    and ($1::timestamptz is null or e.at >= $1) and ($2::timestamptz is null or e.at < $2)
    and ($3::text is null or e.actor->>'id' = lower($3))
    and ($4::timestamptz is null or (e.at, e.seq) < ($4, $5::bigint))
  order by e.at desc, e.seq desc limit $6`;

/** Making a filer known for a reason, and the account of it. */
@Injectable()
export class Reveals {
  constructor(
    private readonly commands: CaseCommands,
    private readonly identities: Identities,
    private readonly door: Door,
    private readonly staff: Staff,
  ) {}

  /** The filer, after the event that says who wanted to know and why is committed. */
  async reveal(caller: Caller, seen: Seen, { reason }: Reveal): Promise<Revealed> {
    const { version } = await this.commands.give(
      caller,
      seen,
      { type: 'reveal', reason: sha256(reason) },
      { text: reason, audience: 'staff' },
    );
    return { filer: await this.identities.open(seen.id), version };
  }

  async page(caller: Caller, filter: ListReveals): Promise<RevealPage> {
    const limit = filter.limit ?? 50;
    return this.door.read(actorOf(caller), async (tx) => {
      const rows = await this.read(tx, filter, limit + 1);
      const shown = rows.slice(0, limit);
      const people = shown.flatMap(({ actor: { id, actingFor } }) =>
        actingFor ? [id, actingFor] : [id],
      );
      const names = await this.staff.names(tx, [...new Set(people)]);
      const last = shown.at(-1);
      return {
        items: shown.map(({ at, actor, complaintId, category, privacy, reason }) => ({
          at: at.toISOString(),
          by: byOf(actor, names),
          complaintId,
          category,
          privacy,
          reason,
        })),
        next:
          rows.length > limit && last
            ? encodeCursor({ at: last.at.toISOString(), id: last.seq })
            : null,
      };
    });
  }

  private read(tx: Tx, { from, to, person, after }: ListReveals, limit: number): Promise<Raw[]> {
    const beyond = after === undefined ? null : decodeCursor(after, numbered);
    const values = [from, to, person, beyond?.at, beyond?.id].map((value) => value ?? null);
    return tx.query<Raw[]>(list, [...values, limit]);
  }
}

function byOf(actor: Raw['actor'], names: Map<string, string>) {
  const { id, actingFor } = actor;
  const inPlaceOf = actingFor ? (names.get(actingFor) ?? null) : null;
  return { ...actor, name: names.get(id) ?? null, actingFor: inPlaceOf };
}
