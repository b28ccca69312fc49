import { BAD_CONFIG, StartError } from '../platform/config/start-error.js';
import type { Door, Tx } from '../platform/database/door.js';
import type { Keyring } from '../platform/sealing/keyring.js';
import { SealError } from '../platform/sealing/seal.js';
import { archivist, type Identities, type SealedFiler } from './identities.js';

// Any fixed number, held until the transaction ends.
const REGISTERING = 7_318_003;

/** Lets rows be sealed with the key of this id. */
export async function addKey(tx: Tx, id: string): Promise<void> {
  await tx.query('insert into identity_key (id) values ($1) on conflict do nothing', [id]);
}

/** Tells the database of the key that this program seals with. @throws StartError where others know others */
export async function registerKeys(door: Door, keyring: Keyring): Promise<void> {
  const ids = keyring.all.map(({ id }) => id);
  await door.as(archivist, async (tx) => {
    // Of two programs that start for the first time with a key each, the second one finds the first one's.
    await tx.query('select pg_advisory_xact_lock($1)', [REGISTERING]);
    const known = await tx.query<{ ours: boolean }[]>(
      'select id = any($1) as ours from identity_key',
      [ids],
    );
    if (known.length > 0 && !known.some(({ ours }) => ours))
      throw new StartError(
        'Cơ sở dữ liệu này dùng khóa danh tính khác: hãy dùng chung IDENTITY_KEYS_FILE hoặc IDENTITY_KEYS với các bản chạy khác',
        'The database has other identity keys: share the IDENTITY_KEYS_FILE or IDENTITY_KEYS of the programs on it',
        BAD_CONFIG,
      );
    await addKey(tx, keyring.present.id);
  });
}

const oneOfEach = `select f.key, f.complaint_id as "complaintId", f.type, f.sealed from identity_key k
  cross join lateral (select * from filer where key = k.id limit 1) f`;

/** Opens one identity of each key. @throws StartError where one does not open */
export async function checkKeys(door: Door, identities: Identities): Promise<void> {
  const rows = await door.read(archivist, (tx) =>
    tx.query<(SealedFiler & { key: string })[]>(oneOfEach),
  );
  for (const row of rows)
    await identities.unseal(row).catch((error: unknown) => {
      if (!(error instanceof SealError)) throw error;
      throw new StartError(
        `Danh tính đã niêm phong bằng khóa ${row.key}, khóa này thiếu hoặc đã khác: hãy đưa nó trở lại IDENTITY_KEYS hoặc tệp khóa`,
        `Identities are sealed with the key ${row.key}, which is missing or another: bring it back into IDENTITY_KEYS or the key file`,
        BAD_CONFIG,
      );
    });
}
