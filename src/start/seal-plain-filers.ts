import { DataSource, type EntityManager } from 'typeorm';
import type { Filer, Identities } from '../complaints/identities.js';
import { dataSourceOptions, type DatabaseAddress } from '../platform/database/data-source.js';
import { entities } from '../entities.js';
import { FilerRow } from '../complaints/filer.entity.js';

const BATCH = 200;

type Plain = Omit<Filer, 'address' | 'device'> & { complaintId: string };

const anyLeft = 'select exists (select from filer_plain) as left';

/**
 * Seals the identities that an earlier version kept in plain, as the owner, for the program may not read them.
 * Each batch is one transaction, so that it can be cut short and shared with a replica that starts meanwhile.
 * @returns how many were sealed here
 */
export async function sealPlainFilers(
  address: DatabaseAddress,
  identities: Identities,
): Promise<number> {
  const owner = new DataSource(dataSourceOptions(address, entities));
  await owner.initialize();
  try {
    let count = 0;
    while (await isLeft(owner.manager))
      count += await owner.transaction((tx) => sealBatch(tx, identities));
    // Deleted rows stay readable in the table's file until it is cut.
    const [file] = await owner.query<{ bytes: string }[]>(
      `select pg_relation_size('filer_plain') as bytes`,
    );
    if (file?.bytes !== '0') await owner.query('truncate filer_plain');
    return count;
  } finally {
    await owner.destroy();
  }
}

async function isLeft(manager: EntityManager): Promise<boolean> {
  const [row] = await manager.query<{ left: boolean }[]>(anyLeft);
  return row?.left ?? false;
}

async function sealBatch(tx: EntityManager, identities: Identities): Promise<number> {
  const rows = await tx.query<Plain[]>(
    `select complaint_id as "complaintId", type, name, phone, email from filer_plain
     order by complaint_id limit ${BATCH} for update`,
  );
  const sealed = rows.map(({ complaintId, ...filer }) =>
    identities.seal(complaintId, { ...filer, address: null, device: null }),
  );
  if (sealed.length > 0) await tx.insert(FilerRow, sealed);
  await tx.query('delete from filer_plain where complaint_id = any($1::uuid[])', [
    rows.map(({ complaintId }) => complaintId),
  ]);
  return rows.length;
}
