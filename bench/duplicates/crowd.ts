import type { DataSource } from 'typeorm';

/** So many in one statement, which must end within the program's time for statements. */
const BATCH = 10_000;

interface Crowd {
  count: number;
  /** Open ones of the last `days` days, or closed ones of the year before. */
  open: boolean;
  days: number;
  /** Only these categories, and within this many degrees of the middle of the city. */
  categories: readonly string[];
  spread: number;
  now: Date;
}

/** Fills the table with complaints in places and times without order, as the owner of nothing but time would see them. */
export async function addCrowd(source: DataSource, crowd: Crowd): Promise<void> {
  const { count, open, days, categories, spread, now } = crowd;
  const given = [open ? 'open' : 'closed', open, categories, spread, days, now];
  for (let from = 1; from <= count; from += BATCH)
    await source.query(insert, [...given, from, Math.min(count, from + BATCH - 1)]);
}

const insert = `insert into complaint (id, code, version, status, kind, category, urgency, ward, lat, lon, address, channel, language,
       text, answers, center, lead, supporting, officer, binding, returns, reopens, send_backs, appealed, reviewed, answered,
       filed_at, resolved_at, ended_at, holder_unit, holder_duty, due_at, next_at, privacy, public, reachable, last_hash)
     select gen_random_uuid(), 'bench ' || $1 || ' ' || gen_random_uuid(), 2, case when $2 then 'assigned' else 'closed' end,
       'report', ($3::text[])[1 + (i * 7919) % cardinality($3::text[])], 'normal', lpad((200 + i % 100)::text, 5, '0'),
       21.02 + $4 * (((i * 104729) % 10007) / 10007.0 - 0.5), 105.84 + $4 * (((i * 15485863) % 10009) / 10009.0 - 0.5),
       (i % 200) || ' phố Hòa Mã', 'web', 'vi', 'Đèn đường phố Hòa Mã đoạn số ' || i || ' không sáng, nước ngập, rác ùn ứ.',
       '{}', 'TTPVHCC', 'HAPULICO', '{}', null, false, 0, 0, 0, false, false, false,
       filed, case when $2 then null else filed + interval '3 days' end, case when $2 then null else filed + interval '9 days' end,
       case when $2 then 'HAPULICO' end, case when $2 then 'agency_head' end, filed + interval '3 days',
       case when $2 then $6::timestamptz + interval '1 day' end, 'NORMAL', true, false, ''
     from (select i, $6::timestamptz - case when $2 then interval '0' else interval '40 days' end
         - ((i * 32452843::bigint) % 1000003) / 1000003.0 * $5 * interval '1 day' as filed
       from generate_series($7::bigint, $8::bigint) i) one`;
