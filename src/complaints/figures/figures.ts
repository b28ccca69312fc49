import { standingSql } from './standing-sql.js';

/** Those that are counted over a period, and those that are so now. */
export const periodFigures = [
  'received',
  'resolved',
  'responded',
  'kept',
  'broken',
  'running',
  'rated',
  'satisfied',
  'returned',
  'repeats',
] as const;
export const presentFigures = ['open_now', 'late_now'] as const;
export const figures = [...periodFigures, ...presentFigures] as const;

export type Figure = (typeof figures)[number];

/** What is there to be counted, and whose it is. Statements name `:from`, `:before` and `:now`. */
interface Source {
  /** A relation of complaint and agency. */
  pairs: string;
  /** What the pairs of one complaint have to be together; all when absent. */
  having?: string;
}

const within = (column: string) => `${column} >= :from and ${column} < :before`;

const answerer = (c: string) => `coalesce(${c}.answered_by, ${c}.lead, ${c}.center)`;

const ofComplaint = (agency: string, condition: string): Source => ({
  pairs: `select c.id, ${agency} as agency from complaint c where ${condition}`,
});

const stands = `c.status in ('resolved', 'closed') and ${within('c.resolved_at')}`;
const unsolved = `c.status not in ('closed', 'rejected', 'resolved')`;

// A broken promise is whose hands it broke in; a kept one is the answerer's.
const promises = `select one.id, one.stands,
    case when one.stands in ('late', 'openLate') then coalesce((
      select s->>'unit' from jsonb_array_elements(one.spans) s
      where (s->>'from')::timestamptz <= one.due_at
        and coalesce((s->>'to')::timestamptz, 'infinity') > one.due_at limit 1), one.unit)
    else one.answerer end as agency
  from (select k.complaint_id as id, k.spans, k.due_at, k.unit, ${answerer('c')} as answerer,
      ${standingSql(':now')} as stands
    from clock k join complaint c on c.id = k.complaint_id
    where k.kind = 'resolution' and ${within('k.due_at')}
      and k.outcome is distinct from 'cancelled') one`;

const broke = `bool_or(p.stands in ('late', 'openLate'))`;
const kept = `bool_or(p.stands in ('onTime', 'onTimeExtended'))`;

const ratings = `select e.complaint_id as id, ${answerer('c')} as agency,
    (e.data->>'score')::int as score
  from complaint_event e join complaint c on c.id = e.complaint_id
  where e.type = 'rated' and ${within('e.at')}`;

/**
 * Every figure as the complaints behind it: what is counted and what is listed cannot differ. Indexes:
 * complaint_by_filing, complaint_by_result, clock_by_due, complaint_event_rating, complaint_returned,
 * complaint_repeats, complaint_open.
 */
const sources: Record<Figure, Source> = {
  received: ofComplaint('c.lead', within('c.filed_at')),
  resolved: ofComplaint(answerer('c'), stands),
  responded: ofComplaint(answerer('c'), `${stands} and c.rating is not null`),
  broken: { pairs: promises, having: broke },
  kept: { pairs: promises, having: `${kept} and not ${broke}` },
  running: { pairs: promises, having: `not ${kept} and not ${broke}` },
  rated: { pairs: ratings },
  satisfied: { pairs: ratings, having: 'min(p.score) >= 4' },
  returned: {
    pairs: `select c.id, r->>'agency' as agency
      from complaint c cross join jsonb_array_elements(c.returned_by) r
      where c.returns > 0 and ${within(`(r->>'at')::timestamptz`)}`,
  },
  repeats: {
    pairs: `select c.id, ${answerer('b')} as agency
      from complaint c join complaint b on b.id = c.repeat_of
      where c.repeat_of is not null and c.status <> 'rejected' and ${within('c.filed_at')}`,
  },
  open_now: ofComplaint('c.holder_unit', unsolved),
  late_now: ofComplaint(
    'c.holder_unit',
    `${unsolved} and c.status <> 'waiting_filer' and c.due_at < :now`,
  ),
};

export const needsPeriod = (figure: Figure): boolean =>
  (periodFigures as readonly Figure[]).includes(figure);

/** The complaints of a figure, each once: of the whole city, or each once an agency. */
export function complaintsOf(figure: Figure, by: 'city' | 'agency' = 'city'): string {
  const { pairs, having } = sources[figure];
  const columns = by === 'agency' ? 'p.id, p.agency' : 'p.id';
  return `select ${columns} from (${pairs}) p group by ${columns}${having ? ` having ${having}` : ''}`;
}

/** The same of one agency, which the statement names `:of`. */
export const complaintsOfAgency = (figure: Figure): string =>
  `select f.id from (${complaintsOf(figure, 'agency')}) f where f.agency = :of`;
