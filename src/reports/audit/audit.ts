import type { Actor } from '#lifecycle';
import { may } from '#permissions';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../complaints/cursor.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Staff } from '../../people/staff.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import type { AuditItem, AuditPage, AuditSource, ListAudit } from './audit.dto.js';

/** Who may not see cases is told what was done, by whom and to which: nothing of what a case says. */
const auditor: Actor = { kind: 'system', name: 'audit' };

const WINDOW_MS = 30 * 24 * 3_600_000;

/** At one instant keys and receivers come first, then versions, accounts and cases. */
const place = /^[0-3]\.[a-z_0-9/]{1,60}$/;

interface Raw {
  rank: string;
  key: string;
  at: Date;
  type: string;
  actor: { kind: string; id?: string; role?: string; actingFor?: string };
  complaintId: string | null;
  person: string | null;
  version: string | null;
  system: string | null;
}

const sources: Record<string, AuditSource> = { 0: 'system', 1: 'city', 2: 'staff', 3: 'case' };

interface Part {
  source: AuditSource;
  rank: number;
  at: string;
  key: string;
  row: string;
  from: string;
  by: string;
  type: string;
  where: string;
  order: string;
}

const parts: Part[] = [
  {
    // Index: complaint_event_audit (at, seq); of one case complaint_event_number.
    source: 'case',
    rank: 3,
    at: 'e.at',
    key: `lpad(e.seq::text, 19, '0')`,
    row: 'e.type, e.actor, e.complaint_id as "complaintId", null::text as person, null::text as version, null::text as system',
    from: 'complaint_event e',
    by: `e.actor->>'id'`,
    type: 'e.type',
    where: '($3::uuid is null or e.complaint_id = $3::uuid)',
    order: 'e.at desc, e.seq desc',
  },
  {
    // Index: staff_event_audit (at, seq).
    source: 'staff',
    rank: 2,
    at: 'e.at',
    key: `lpad(e.seq::text, 19, '0')`,
    row: `e.type, jsonb_build_object('kind', case when e.by is null then 'system' else 'staff' end,
      'id', e.by) as actor, null::uuid as "complaintId", e.staff_id::text as person, null::text as version,
      null::text as system`,
    from: 'staff_event e',
    by: 'e.by::text',
    type: 'e.type',
    where: '$3::uuid is null',
    order: 'e.at desc, e.seq desc',
  },
  {
    // A few hundred versions in all the years: looked through.
    source: 'city',
    rank: 1,
    at: 'e.loaded_at',
    key: `e.kind || '/' || lpad(e.version::text, 9, '0')`,
    row: `'published' as type, jsonb_build_object('kind', 'staff', 'id', e.published_by) as actor,
      null::uuid as "complaintId", null::text as person,
      e.kind || ' ' || e.version || coalesce(' · ' || e.document, '') as version, null::text as system`,
    from: 'city_record e',
    by: 'e.published_by::text',
    type: `'published'`,
    where: 'e.published_by is not null and $3::uuid is null',
    order: 'e.loaded_at desc, e.kind desc, e.version desc',
  },
  {
    // Index: system_event_audit (at, seq).
    source: 'system',
    rank: 0,
    at: 'e.at',
    key: `lpad(e.seq::text, 19, '0')`,
    row: `e.type, jsonb_build_object('kind', case when e.by is null then 'system' else 'staff' end,
      'id', e.by) as actor, null::uuid as "complaintId", null::text as person, null::text as version, e.name as system`,
    from: 'system_event e',
    by: 'e.by::text',
    type: 'e.type',
    where: '$3::uuid is null',
    order: 'e.at desc, e.seq desc',
  },
];

const selected = ({ rank, at, key, row, from, by, type, where, order }: Part) => `(
  select '${rank}'::text as rank, ${key} as key, ${at} as at, ${row} from ${from}
  where ${at} >= $4::timestamptz and ${at} < $5::timestamptz and ${where}
    and ($1::text is null or ${by} = $1::text) and ($2::text is null or ${type} = $2::text)
    and ($6::timestamptz is null or (${at} <= $6::timestamptz and (${at}, '${rank}'::text, ${key}) < ($6::timestamptz, $7::text, $8::text)))
  order by ${order} limit $9::integer)`;

/** Who did what and when, over cases, accounts, keys, receivers and the city's versions; no text of anybody, no identity. */
@Injectable()
export class Audit {
  constructor(
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly time: Time,
  ) {}

  async page(by: Caller, asked: ListAudit): Promise<AuditPage> {
    const limit = asked.limit ?? 50;
    const wanted = parts.filter(({ source }) => (asked.source ?? source) === source);
    const statement = `select * from (${wanted.map(selected).join(' union all ')}) found
      order by at desc, rank desc, key desc limit $9::integer`;
    const reader = may(by.role, 'case.read') ? actorOf(by) : auditor;
    return this.door.read(reader, async (tx) => {
      const rows = await tx.query<Raw[]>(statement, this.valuesOf(asked, limit + 1));
      const shown = rows.slice(0, limit);
      const names = await this.staff.names(tx, [...new Set(shown.flatMap(peopleIn))]);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => itemOf(row, names)),
        next: rows.length > limit && last ? cursorOf(last) : null,
      };
    });
  }

  /** A case is told from its beginning; everything else within 30 days, unless more is asked for. */
  private valuesOf({ actor, type, case: id, from, to, after }: ListAudit, limit: number) {
    const end = to === undefined ? new Date(this.time.now().getTime() + 1) : new Date(to);
    const usual = id === undefined ? new Date(end.getTime() - WINDOW_MS) : new Date(0);
    const begin = from === undefined ? usual : new Date(from);
    const beyond = after === undefined ? null : decodeCursor(after, place);
    const [rank = null, key = null] = beyond?.id.split('.') ?? [];
    const what = [actor?.toLowerCase() ?? null, type ?? null, id ?? null];
    return [...what, begin, end, beyond?.at ?? null, rank, key, limit];
  }
}

const peopleIn = ({ actor, person }: Raw) =>
  [actor.kind === 'staff' ? actor.id : null, actor.actingFor, person].filter((id) => id != null);

const cursorOf = ({ at, rank, key }: Raw) =>
  encodeCursor({ at: at.toISOString(), id: `${rank}.${key}` });

function itemOf(row: Raw, names: Map<string, string>): AuditItem {
  const { actor, at, type, complaintId, version, system } = row;
  const nameOf = (id: string | null | undefined) => (id == null ? null : (names.get(id) ?? null));
  return {
    source: sources[row.rank] ?? 'case',
    at: at.toISOString(),
    type,
    kind: actor.kind,
    actor: actor.kind === 'staff' ? nameOf(actor.id) : null,
    role: actor.role ?? null,
    actingFor: nameOf(actor.actingFor),
    complaintId,
    person: nameOf(row.person),
    version,
    system,
  };
}
