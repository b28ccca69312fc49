import type { Tx } from '../platform/database/door.js';
import { ComplaintRow } from './complaint.entity.js';
import type { LinkedCase, RepeatLinks } from './dto/repeat-links.dto.js';

const viewOf = (row: ComplaintRow): LinkedCase => ({
  id: row.id,
  status: row.status,
  lead: row.lead,
  filedAt: row.filedAt.toISOString(),
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
});

/** What a case repeats and what repeats it, of those that the transaction's principal sees. Index: complaint_repeats. */
export async function repeatLinks(
  tx: Tx,
  { id, repeatOf }: Pick<ComplaintRow, 'id' | 'repeatOf'>,
): Promise<RepeatLinks> {
  const earlier = repeatOf === null ? null : await tx.findOneBy(ComplaintRow, { id: repeatOf });
  const later = await tx.find(ComplaintRow, { where: { repeatOf: id }, order: { filedAt: 'ASC' } });
  return { repeatOf: earlier && viewOf(earlier), repeats: later.map(viewOf) };
}
