import type { Tx } from '../../platform/database/door.js';
import type { WaitingTriage } from './center.dto.js';

// Index: complaint_open_by_holder. An incident is one line, as in the queue.
const waiting = `select
    count(*) filter (where status = 'new' and holder_duty = 'triage_operator')::int as count,
    min(filed_at) filter (where status = 'new' and holder_duty = 'triage_operator') as oldest,
    count(*) filter (where holder_duty = 'supervisor')::int as arbitration
  from complaint
  where status not in ('closed', 'rejected') and holder_unit = $1 and follows is null`;

interface Row {
  count: number;
  oldest: Date | null;
  arbitration: number;
}

/** What lies with the center and nobody has decided. */
export async function waitingTriage(tx: Tx, center: string): Promise<WaitingTriage> {
  const [row] = (await tx.query<Row[]>(waiting, [center])) as [Row];
  return { ...row, oldest: row.oldest?.toISOString() ?? null };
}
