import type { RoutingFacts } from '#routing';
import type { Tx } from '../../platform/database/door.js';

/** Where a reading of complaints by their filing goes on. */
export interface Place {
  filedAt: string;
  id: string;
}

export interface Span {
  from: Date;
  to: Date;
}

interface Row extends Omit<RoutingFacts, 'at' | 'point' | 'filer'> {
  id: string;
  filedAt: string;
  lat: number | null;
  lon: number | null;
}

export interface Filed {
  place: Place;
  facts: RoutingFacts;
}

const filedIn = `from complaint c where c.filed_at >= $1 and c.filed_at < $2 and not c.anonymised`;

/** How many the transaction's principal sees. */
export async function countFiled(tx: Tx, { from, to }: Span): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(`select count(*)::int as count ${filedIn}`, [
    from,
    to,
  ]);
  return row?.count ?? 0;
}

/** The next complaints filed in a span, as the principal sees them. Index: complaint_by_filing. */
export async function readFiled(
  tx: Tx,
  { from, to }: Span,
  after: Place | null,
  limit: number,
): Promise<Filed[]> {
  // In microseconds, as the index orders them: a place in whole milliseconds would be passed twice or never.
  const rows = await tx.query<Row[]>(
    `select c.id, to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "filedAt",
       c.category, c.kind, c.about, c.urgency, c.ward, c.lat, c.lon, c.text, c.answers
     ${filedIn} and ($3::timestamptz is null or (c.filed_at, c.id) > ($3, $4::uuid))
     order by c.filed_at, c.id limit $5`,
    [from, to, after?.filedAt ?? null, after?.id ?? null, limit],
  );
  return rows.map(({ id, filedAt, lat, lon, ...known }) => ({
    place: { filedAt, id },
    facts: {
      ...known,
      at: filedAt,
      point: lat === null || lon === null ? null : { lat, lon },
      filer: null,
    },
  }));
}
