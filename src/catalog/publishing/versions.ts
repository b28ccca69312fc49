import type { Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { CityData } from '../city-data.js';

export interface LatestVersion {
  version: number;
  definition: unknown;
  validFrom: Date | null;
}

/** The latest version of a kind, whether its time has come or not. */
export async function latestOf(tx: Tx, kind: keyof CityData): Promise<LatestVersion> {
  const [latest] = await tx.query<LatestVersion[]>(
    `select version, definition, valid_from as "validFrom" from city_record
     where kind = $1 order by version desc limit 1`,
    [kind],
  );
  if (!latest) throw new DomainError('not_found');
  return latest;
}
