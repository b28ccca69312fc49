import type { Clock, Matter } from '#deadlines';
import {
  BATCH,
  filedAfter,
  periodValues,
  placeColumns,
  type Place,
  type Span,
} from '../../complaints/filed-period.js';
import type { Tx } from '../../platform/database/door.js';

/** A complaint with the clocks that its filing and first assignment started. */
export interface Promised {
  place: Place;
  matter: Matter;
  clocks: Clock[];
}

interface Row extends Matter, Place {
  clocks: Clock[];
}

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The next complaints filed in a span, as the principal sees them. */
export async function readPromised(tx: Tx, span: Span, after: Place | null): Promise<Promised[]> {
  const rows = await tx.query<Row[]>(
    `select ${placeColumns}, c.kind, c.category, c.urgency, c.ward,
       (select coalesce(json_agg(json_build_object(
           'id', k.id, 'kind', k.kind, 'limit', k."limit", 'calendar', k.calendar,
           'calendarVersion', k.calendar_version, 'policyVersion', k.policy_version,
           'startedAt', ${instant('k.started_at')}, 'dueAt', ${instant('k.due_at')},
           'pauses', k.pauses, 'moves', '[]'::json, 'outcome', k.outcome,
           'stoppedAt', ${instant('k.stopped_at')})), '[]')
        from clock k where k.complaint_id = c.id
          and k.id in ('triage#1', 'first_response#1', 'acceptance#1', 'resolution#1')) as clocks
     from complaint c where ${filedAfter} order by c.filed_at, c.id limit ${BATCH}`,
    periodValues(span, after),
  );
  return rows.map(({ id, filedAt, clocks, ...matter }) => ({
    place: { filedAt, id },
    matter,
    clocks,
  }));
}
