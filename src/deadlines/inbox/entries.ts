import type { Tx } from '../../platform/database/door.js';
import type { Section } from './inbox.dto.js';

/** One thing that an agency has to do, or has done. */
export interface Entry {
  id: string;
  section: Section;
  number: number | null;
  clock: string | null;
  at: number;
  total: number;
}

export interface Asked {
  agency: string;
  person: string;
  officer: string | null;
  section: Section | null;
  after: number;
  limit: number;
}

// Of each thing the clock that runs out first. Indexes: complaint_open_by_lead, clock's key.
const entries = `with matter as (
    select c.id, c.status, c.lead, c.officer, c.parts, c.due_at from complaint c
    where c.status not in ('closed', 'rejected') and c.follows is null
      and (c.lead = $1 or c.supporting && array[$1])),
  entry as (
    select id, due_at as fallback, officer, null::int as number, case status
        when 'assigned' then 'accept'
        when 'in_progress' then case when officer = $2 then 'mine' else 'unit' end
        when 'waiting_filer' then 'waiting'
        else 'done' end as section
      from matter where lead = $1 and status <> 'new'
    union all
    select m.id, m.due_at, p->>'officer', (p->>'number')::int, 'part'
      from matter m cross join jsonb_array_elements(m.parts) p
      where p->>'agency' = $1 and p->>'status' in ('asked', 'accepted')
    union all
    select m.id, m.due_at, m.officer, substr(k.id, 8)::int, 'urging'
      from matter m join clock k on k.complaint_id = m.id
      where k.kind = 'urging' and k.unit = $1 and k.stopped_at is null),
  timed as (
    select e.id, e.section, e.number, k.id as clock, coalesce(k.due_at, e.fallback) as due
    from entry e left join lateral (
      select k.id, k.due_at from clock k
      where k.complaint_id = e.id and k.unit = $1 and k.stopped_at is null and case e.section
        when 'urging' then k.id = 'urging#' || e.number
        when 'part' then k.kind in ('acceptance', 'handling')
        when 'done' then false
        else k.kind <> 'urging' end
      order by k.due_at limit 1) k on true
    where ($3::text is null or e.officer = $3) and ($4::text is null or e.section = $4)),
  placed as (
    select *, (row_number() over (partition by section order by due, id, number))::int as at,
      (count(*) over (partition by section))::int as total
    from timed)
  select id, section, number, clock, at, total from placed
  where at > $5 and at <= $5 + $6 order by section, at`;

export const entriesOf = (tx: Tx, asked: Asked): Promise<Entry[]> => {
  const { agency, person, officer, section, after, limit } = asked;
  return tx.query(entries, [agency, person, officer, section, after, limit]);
};
