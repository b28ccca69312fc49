import { In } from 'typeorm';
import type { Tx } from '../platform/database/door.js';
import type { ComplaintRow } from './complaint.entity.js';
import type { CaseIncident } from './dto/cases.dto.js';
import { IncidentRow } from './incident.entity.js';

type Size = Pick<IncidentRow, 'id' | 'members' | 'reporters'>;
export type IncidentSizes = ReadonlyMap<string, Size>;

/** The sizes of the incidents that rows are part of. */
export async function incidentsOf(
  tx: Tx,
  rows: readonly Pick<ComplaintRow, 'incident'>[],
): Promise<IncidentSizes> {
  const ids = [...new Set(rows.flatMap(({ incident }) => incident ?? []))];
  if (ids.length === 0) return new Map();
  const select = { id: true, members: true, reporters: true } as const;
  const found = await tx.find(IncidentRow, { select, where: { id: In(ids) } });
  return new Map(found.map((one) => [one.id, one]));
}

/** A case's incident as its item shows it. */
export function sizedIncident(
  { follows }: Pick<ComplaintRow, 'follows'>,
  id: string,
  sizes: IncidentSizes,
): CaseIncident {
  const size = sizes.get(id);
  return {
    id,
    main: follows === null,
    members: size?.members ?? null,
    reporters: size?.reporters ?? null,
  };
}
