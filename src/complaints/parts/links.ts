import type { Status } from '#lifecycle';
import type { Tx } from '../../platform/database/door.js';
import type { LinkView } from './parts.dto.js';
import type { LinkKind } from './complaint-link.entity.js';

interface Found {
  of: string;
  id: string;
  kind: LinkKind;
  role: 'from' | 'to';
  status: Status;
  lead: string | null;
  dueAt: Date;
}

/** What complaints have to do with others that the caller may see, in one query. Indexes: its key, complaint_link_to. */
export async function linksOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkView[]>> {
  if (ids.length === 0) return new Map();
  const found = await tx.query<Found[]>(
    `select k.of, c.id, k.kind, k.role, c.status, c.lead, c.due_at as "dueAt" from (
       select from_id as of, to_id as id, kind, 'to' as role, at from complaint_link
       where from_id = any($1::uuid[])
       union all
       select to_id, from_id, kind, 'from', at from complaint_link where to_id = any($1::uuid[])) k
     join complaint c on c.id = k.id order by k.at, c.id`,
    [ids],
  );
  const views = new Map<string, LinkView[]>();
  for (const { of, dueAt, ...link } of found)
    views.set(of, [...(views.get(of) ?? []), { ...link, dueAt: new Date(dueAt).toISOString() }]);
  return views;
}
