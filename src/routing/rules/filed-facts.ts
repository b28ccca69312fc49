import type { RoutingFacts } from '#routing';
import {
  BATCH,
  filedAfter,
  periodValues,
  placeColumns,
  type Place,
  type Span,
} from '../../complaints/filed-period.js';
import type { Tx } from '../../platform/database/door.js';

interface Row extends Omit<RoutingFacts, 'at' | 'point' | 'filer'>, Place {
  lat: number | null;
  lon: number | null;
}

export interface Filed {
  place: Place;
  facts: RoutingFacts;
}

/** The next complaints filed in a span that still have their text, as the principal sees them. */
export async function readFiled(tx: Tx, span: Span, after: Place | null): Promise<Filed[]> {
  const rows = await tx.query<Row[]>(
    `select ${placeColumns}, c.category, c.kind, c.about, c.urgency, c.ward, c.lat, c.lon, c.text,
       c.answers
     from complaint c where ${filedAfter} and not c.anonymised
     order by c.filed_at, c.id limit ${BATCH}`,
    periodValues(span, after),
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
