import { makeTrackingCode } from '#tracking-code';
import { randomBytes, randomUUID } from 'node:crypto';

export interface Queryable {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

const at = '2026-11-23T02:00:00Z';

const complaint = {
  version: 1,
  status: 'new',
  kind: 'report',
  urgency: 'normal',
  channel: 'portal',
  language: 'vi',
  text: 'Ổ gà',
  answers: {},
  center: 'TTHT',
  about_center: false,
  supporting: [],
  binding: false,
  returns: 0,
  reopens: 0,
  send_backs: 0,
  appealed: false,
  reviewed: false,
  anonymised: false,
  restricted: false,
  answered: false,
  filed_at: at,
  holder_unit: 'TTHT',
  holder_duty: 'triage_operator',
  due_at: at,
  next_at: at,
  privacy: 'PERSONAL',
  public: false,
  reachable: false,
  last_hash: '',
};

/** Inserts a complaint row; events are `log`ged apart from it. */
export async function openComplaint(
  db: Queryable,
  changes: { privacy?: string; about?: string | null } = {},
): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  const code = makeTrackingCode(randomBytes);
  const row = { ...complaint, ...changes, id, code };
  const columns = Object.keys(row).join(', ');
  await db.query(
    `insert into complaint (${columns}) select ${columns} from jsonb_populate_record(null::complaint, $1::jsonb)`,
    [JSON.stringify(row)],
  );
  return { id, code };
}

export interface Logged {
  type: string;
  data?: object;
  agencies?: string[];
}

/** Appends an event with the next number of its complaint. */
export async function log(db: Queryable, complaintId: string, event: Logged): Promise<void> {
  await db.query(
    `insert into complaint_event (complaint_id, number, type, at, actor, data, clocks, agencies, hash)
     select $1, count(*) + 1, $2, $3, '{"kind":"filer"}', $4, '[]', $5, ''
     from complaint_event where complaint_id = $1`,
    [complaintId, event.type, at, JSON.stringify(event.data ?? {}), event.agencies ?? []],
  );
}

export async function transaction<T>(db: Queryable, work: () => Promise<T>): Promise<T> {
  await db.query('begin');
  const result = await work();
  await db.query('commit');
  return result;
}
