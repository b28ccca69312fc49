import { In, type DataSource, type EntityManager } from 'typeorm';
import { AttachmentRow } from '../complaints/attachment.entity.js';
import { ClockRow } from '../complaints/clock.entity.js';
import { ComplaintEventRow } from '../complaints/complaint-event.entity.js';
import { ComplaintRow } from '../complaints/complaint.entity.js';
import { MessageRow } from '../complaints/message.entity.js';
import type { Kept } from '../complaints/verify.js';
import { grouped } from '../platform/grouped.js';

const BATCH = 250;

/** All complaints by id, or the one given, each with everything that is kept of it; in batches of one snapshot. */
export async function* keptCases(source: DataSource, only?: string): AsyncGenerator<Kept[]> {
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    // One snapshot per batch: a program may be writing to the same complaints.
    const batch: Kept[] = await source.transaction('REPEATABLE READ', (tx) => read(tx, from, only));
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH || only !== undefined) return;
    after = batch.at(-1)!.row.id;
  }
}

async function read(tx: EntityManager, after: string | null, only?: string): Promise<Kept[]> {
  const page = tx.createQueryBuilder(ComplaintRow, 'c').orderBy('c.id').limit(BATCH);
  if (only !== undefined) page.where('c.id = :only', { only });
  else if (after !== null) page.where('c.id > :after', { after });
  const rows = await page.getMany();
  const where = { complaintId: In(rows.map(({ id }) => id)) };
  const events = await tx.find(ComplaintEventRow, { where, order: { number: 'ASC' } });
  const clocks = await tx.find(ClockRow, { where });
  const messages = await tx.find(MessageRow, { where });
  const attachments = await tx.find(AttachmentRow, { where });
  const traces = await tx.query<{ complaintId: string; name: string }[]>(
    `select complaint_id as "complaintId", 'filer' as name from filer where complaint_id = any($1)
     union all
     select complaint_id, 'complaint_search' from complaint_search where complaint_id = any($1)`,
    [rows.map(({ id }) => id)],
  );
  const tracesOf = byComplaint(traces);
  const eventsOf = byComplaint(events);
  const clocksOf = byComplaint(clocks);
  const messagesOf = byComplaint(messages);
  const attachmentsOf = byComplaint(attachments);
  return rows.map((row) => ({
    row,
    events: eventsOf.get(row.id) ?? [],
    clocks: clocksOf.get(row.id) ?? [],
    messages: messagesOf.get(row.id) ?? [],
    attachments: attachmentsOf.get(row.id) ?? [],
    traces: (tracesOf.get(row.id) ?? []).map(({ name }) => name),
  }));
}

const byComplaint = <T extends { complaintId: string }>(rows: readonly T[]) =>
  grouped(rows, ({ complaintId }) => complaintId);
