import { Injectable } from '@nestjs/common';
import { CaseCommands, type Seen } from '../complaints/case-commands.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { sha256 } from '../platform/sha256.js';
import { Time } from '../platform/time.js';
import type {
  AnswerUrging,
  ListUrgings,
  Urge,
  UrgingCount,
  UrgingItem,
  UrgingPage,
} from './urging.dto.js';

interface Row {
  caseId: string;
  number: number;
  agency: string;
  by: string;
  sentAt: Date;
  answerBy: Date;
  endedAt: Date | null;
  answered: boolean;
}

// The clock of an urging has its number: `urging#2` is the second of its case.
const list = `select k.complaint_id as "caseId", substr(k.id, 8)::int as number, k.unit as agency,
    c.urgings->(substr(k.id, 8)::int - 1)->>'by' as by, k.started_at as "sentAt",
    k.due_at as "answerBy", k.stopped_at as "endedAt", coalesce(k.outcome in ('met', 'late'), false) as answered
  from clock k join complaint c on c.id = k.complaint_id
  where k.kind = 'urging' and ($1::text is null or k.unit = $1)
  order by k.stopped_at is not null, case when k.stopped_at is null then k.due_at end,
    k.started_at desc, k.complaint_id, k.id
  offset $2 limit $3`;

const counts = `select k.unit as agency, count(*)::int as sent,
    count(*) filter (where k.stopped_at is null)::int as open,
    count(*) filter (where k.stopped_at is null and k.due_at < $2)::int as overdue,
    count(*) filter (where k.outcome = 'late')::int as "answeredLate"
  from clock k where k.kind = 'urging' and ($1::text is null or k.unit = $1)
  group by k.unit order by overdue desc, open desc, k.unit`;

/** Urging (đôn đốc) on record: sent by supervisor, leader or a clock, answered by the agency that leads. */
@Injectable()
export class Urgings {
  constructor(
    private readonly commands: CaseCommands,
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  urge(caller: Caller, seen: Seen, { text }: Urge) {
    const command = { type: 'urge' as const, text: sha256(text) };
    return this.commands.give(caller, seen, command, { text, audience: 'staff' });
  }

  answer(caller: Caller, seen: Seen, { number, text }: AnswerUrging) {
    const command = { type: 'answer_urging' as const, number, text: sha256(text) };
    return this.commands.give(caller, seen, command, { text, audience: 'staff' });
  }

  /** What row-level security shows of them to the caller. Index: clock_urging. */
  page(
    caller: Caller,
    { agency = undefined, after = 0, limit = 50 }: ListUrgings,
  ): Promise<UrgingPage> {
    const now = this.time.now();
    return this.door.read(actorOf(caller), async (tx) => {
      const rows = await tx.query<Row[]>(list, [agency ?? null, after, limit + 1]);
      return {
        counts: await tx.query<UrgingCount[]>(counts, [agency ?? null, now]),
        items: rows.slice(0, limit).map((row) => itemOf(row, now)),
        next: rows.length > limit ? after + limit : null,
      };
    });
  }
}

function itemOf({ endedAt, answered, ...row }: Row, now: Date): UrgingItem {
  const end = endedAt ?? now;
  return {
    ...row,
    ref: row.caseId.slice(-8),
    sentAt: row.sentAt.toISOString(),
    answerBy: row.answerBy.toISOString(),
    answeredAt: answered ? (endedAt?.toISOString() ?? null) : null,
    open: endedAt === null,
    late: (answered || endedAt === null) && end > row.answerBy,
  };
}
