import type { Tx } from '../../platform/database/door.js';
import type { SystemEventView } from './keys.dto.js';

/** What was done to a key or a receiver, newest first. Index: system_event_of (subject, seq). */
export async function systemEventsOf(tx: Tx, subject: string): Promise<SystemEventView[]> {
  const rows = await tx.query<(Omit<SystemEventView, 'at'> & { at: Date })[]>(
    `select e.type, e.at, s.name as by from system_event e left join staff s on s.id = e.by
     where e.subject = $1 order by e.seq desc limit 50`,
    [subject],
  );
  return rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }));
}
