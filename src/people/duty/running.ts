import type { Role } from '#lifecycle';
import type { Tx } from '../../platform/database/door.js';

/** A stand-in that runs: `absent` is the person in whose place `standIn` may act. */
export interface Running {
  absentId: string;
  standInId: string;
  name: string;
  role: Role;
  agency: string | null;
  until: Date;
}

// Whoever has gone or changed places since it was made neither stands in nor is stood in for.
const running = `select d.absent_id as "absentId", d.stand_in_id as "standInId",
    a.name, a.role, a.agency, d.ends_at as until
  from stand_in d join staff a on a.id = d.absent_id join staff s on s.id = d.stand_in_id
  where d.starts_at <= $2 and d.ends_at > $2 and d.ended_at is null and a.active and s.active
    and staff_unit(a.role, a.agency) = staff_unit(s.role, s.agency)`;

/** In whose place a person may act at the instant. Index: stand_in_by. */
export const standsInFor = (tx: Tx, standIn: string, now: Date): Promise<Running[]> =>
  tx.query(`${running} and d.stand_in_id = $1 order by a.name, a.id`, [standIn, now]);

/** Who stands in for a person at the instant; nobody, or one. Index: stand_in_absent. */
export async function standInOf(tx: Tx, absent: string, now: Date): Promise<Running | null> {
  const [found] = await tx.query<Running[]>(`${running} and d.absent_id = $1`, [absent, now]);
  return found ?? null;
}
