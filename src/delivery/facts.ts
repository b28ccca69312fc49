import type { RejectReason, Returned, ReturnGround, Role, Urgency } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Door } from '../platform/database/door.js';
import { delivery, type Claimed } from './outbox.js';

/** What an event may tell a mail; each field stands only in the events that have it. */
export interface EventFacts {
  lead?: string;
  agency?: string;
  task?: string;
  reason?: RejectReason;
  ground?: ReturnGround;
  proposed?: string | null;
  binding?: boolean;
  score?: number;
  /** Of an urging. */
  number?: number;
  answerBy?: string;
  body?: string;
  document?: string;
  date?: string;
}

interface CommonFacts {
  category: string | null;
  lead: string | null;
  /** When the result is promised to the filer. */
  dueAt: Date;
  event: EventFacts | null;
  text: string | null;
  language: string | null;
}

export interface FilerFacts extends CommonFacts {
  code: string;
  answerText: string | null;
  answerParts: { finding?: unknown; done?: unknown; basis?: unknown } | null;
  replyBy: Date | null;
  confirmBy: Date | null;
  resolvedAt: Date | null;
  /** Since when it has been where it was when its date passed. */
  heldSince: Date | null;
  incident: { title: string; reporters: number; answer: string | null } | null;
}

export interface StaffFacts extends CommonFacts {
  email: string | null;
  urgency: Urgency;
  ward: string | null;
  about: string | null;
  restricted: boolean;
  /** Of the person; null when there is none, or none any more. */
  role: Role | null;
  agency: string | null;
  acceptBy: Date | null;
  returnedBy: Returned[];
  /** The name of the absent person whose mail this is. */
  standsInFor: string | null;
}

// An answer is the filer's to read only once it is published, so only that event brings it.
// Of a complaint that was split off ($3) its filer is told under the one that was filed.
const ofFiler = `select c.code, coalesce(l.category, c.category) as category, coalesce(l.lead, c.lead) as lead,
    c.language, coalesce(l.due_at, c.due_at) as "dueAt",
    c.resolved_at as "resolvedAt", e.data as event, m.text,
    case e.type when 'followed' then m.text else a.text end as "answerText",
    case e.type when 'followed' then m.parts else a.parts end as "answerParts",
    (select jsonb_build_object('title', i.title, 'reporters', i.reporters,
        'answer', case i.status when 'open' then i.standing_answer end)
      from incident i where i.id = (e.data->>'incident')::uuid) as incident,
    (select min((p->>'wakeAt')::timestamptz) from clock k, jsonb_array_elements(k.pauses) p
      where k.complaint_id = c.id and k.stopped_at is null and p->>'to' is null) as "replyBy",
    (select max(k.due_at) from clock k where k.complaint_id = c.id
      and k.kind = 'confirmation' and k.stopped_at is null) as "confirmBy",
    (select max(h.at) from complaint_event h where h.complaint_id = coalesce(l.id, c.id) and h.number <= $2
      and h.type = any(case $3::text
        when 'new' then array['filed', 'returned', 'recalled', 'appealed']
        when 'assigned' then array['assigned', 'reopened']
        when 'in_progress' then array['accepted', 'sent_back']
        when 'answered' then array['answered', 'rated'] end)) as "heldSince"
  from complaint c
  left join complaint l on l.id = $4
  left join complaint_event e on e.complaint_id = coalesce(l.id, c.id) and e.number = $2
  left join message m on m.complaint_id = coalesce(l.id, c.id) and m.number = $2
    and m.audience = 'filer'
  left join lateral (
    select am.text, am.parts from complaint_event ae
    join message am on am.complaint_id = ae.complaint_id and am.number = ae.number
    where e.type = 'published' and ae.complaint_id = e.complaint_id and ae.type = 'answered' and ae.number < $2
    order by ae.number desc limit 1) a on true
  where c.id = $1`;

// Neither code nor filer is selected, and of the texts only those that a colleague wrote to colleagues.
const ofStaff = `select c.category, c.lead, c.ward, c.urgency, c.due_at as "dueAt", c.about, c.restricted,
    c.returned_by as "returnedBy",
    s.role, s.agency, s.email, s.language, e.data as event, m.text,
    (select name from staff where id = $4) as "standsInFor",
    (select max(k.due_at) from clock k where k.complaint_id = c.id
      and k.kind = 'acceptance' and k.stopped_at is null
      and (s.agency is null or k.unit = s.agency)) as "acceptBy"
  from complaint c
  left join staff s on s.id = $3 and s.active
  left join complaint_event e on e.complaint_id = c.id and e.number = $2
  left join message m on m.complaint_id = c.id and m.number = $2 and m.audience = 'staff'
    and e.type in ('returned', 'sent_back', 'handed_over', 'urged', 'urging_answered',
      'extension_asked', 'extension_refused', 'assigned', 'part_withdrawn', 'part_answered',
      'part_returned', 'split_off')
  where c.id = $1`;

/** Reads what a mail is written from; null when its complaint is unknown. */
@Injectable()
export class Facts {
  constructor(private readonly door: Door) {}

  forFiler({ complaintId, data }: Claimed): Promise<FilerFacts | null> {
    return this.one(ofFiler, [complaintId, data.number, data.heldFor ?? null, data.linked ?? null]);
  }

  forStaff({ complaintId, data }: Claimed, staffId: string): Promise<StaffFacts | null> {
    return this.one(ofStaff, [complaintId, data.number, staffId, data.standsInFor ?? null]);
  }

  private one<T>(sql: string, parameters: unknown[]): Promise<T | null> {
    return this.door.read(delivery, async (tx) => {
      const [found] = await tx.query<T[]>(sql, parameters);
      return found ?? null;
    });
  }
}
