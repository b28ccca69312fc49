import type { Door, Tx } from '../platform/database/door.js';
import { newIdentityKey } from '../platform/sealing/identity-key.js';
import type { Keyring } from '../platform/sealing/keyring.js';
import { SealError } from '../platform/sealing/seal.js';
import type { FilerRow } from './filer.entity.js';
import { archivist, type Identities, type SealedFiler } from './identities.js';
import { addKey } from './identity-keys.js';

const BATCH = 200;

const resealed = `update filer f set key = n.key, sealed = n.sealed,
    contact_phone = n.contact_phone, contact_mail = n.contact_mail
  from jsonb_populate_recordset(null::filer, $1::jsonb) n where f.complaint_id = n.complaint_id`;

/** A row that no key opens: until it is put right, its key cannot be taken away. */
export class UnreadableIdentity extends Error {
  override readonly name = 'UnreadableIdentity';

  constructor(readonly complaintId: string) {
    super('an identity does not open');
  }
}

/** Seals identities anew under the present key, beside running programs; what was interrupted goes on. */
export class IdentityRotation {
  constructor(
    private readonly door: Door,
    private readonly identities: Identities,
    private readonly keyring: Keyring,
  ) {}

  /** How many rows are sealed with a key other than the present one. */
  async left(): Promise<number> {
    const [row] = await this.door.read(archivist, (tx) =>
      tx.query<{ count: number }[]>('select count(*)::int as count from filer where key <> $1', [
        this.keyring.present.id,
      ]),
    );
    return row?.count ?? 0;
  }

  /** Puts a new key before the others. The database learns of it before any program can seal with it. */
  async addKey(): Promise<void> {
    const key = newIdentityKey();
    await this.door.as(archivist, (tx) => addKey(tx, key.id));
    await this.keyring.replace([key, ...this.keyring.all]);
  }

  /** Seals every row of another key anew, batch by batch in the order of ids. @returns how many */
  async reseal(done: (rows: number) => void, signal: AbortSignal): Promise<number> {
    let count = 0;
    for (let last = '00000000-0000-0000-0000-000000000000'; !signal.aborted;) {
      const after = last;
      const rows = await this.door.as(archivist, (tx) =>
        this.batch(tx, 'key <> $1 and complaint_id > $2', [this.keyring.present.id, after]),
      );
      if (rows.length === 0) break;
      last = rows.at(-1)!.complaintId;
      done((count += rows.length));
    }
    return count;
  }

  /**
   * Takes a key out of use, with the rows that programs have sealed with it meanwhile: whoever seals with it
   * now waits for the lock, is refused by the database and takes the present key.
   */
  async retire(id: string): Promise<void> {
    await this.door.as(archivist, async (tx) => {
      await tx.query('select 1 from identity_key where id = $1 for update', [id]);
      while ((await this.batch(tx, 'key = $1', [id])).length > 0);
      await tx.query('delete from identity_key where id = $1', [id]);
    });
  }

  /** The keys other than the present one that rows may be sealed with. */
  async others(): Promise<string[]> {
    const rows = await this.door.read(archivist, (tx) =>
      tx.query<{ id: string }[]>('select id from identity_key where id <> $1 order by id', [
        this.keyring.present.id,
      ]),
    );
    return rows.map(({ id }) => id);
  }

  private async batch(tx: Tx, where: string, values: string[]): Promise<SealedFiler[]> {
    const rows = await tx.query<SealedFiler[]>(
      `select complaint_id as "complaintId", type, sealed from filer where ${where}
       order by complaint_id limit ${BATCH} for update`,
      values,
    );
    const anew = await Promise.all(rows.map((row) => this.anew(row)));
    const columns = anew.map(({ complaintId, contactPhone, contactMail, key, sealed }) => ({
      complaint_id: complaintId,
      contact_phone: contactPhone,
      contact_mail: contactMail,
      key,
      sealed,
    }));
    if (rows.length > 0) await tx.query(resealed, [JSON.stringify(columns)]);
    return rows;
  }

  private async anew(row: SealedFiler): Promise<FilerRow> {
    try {
      return this.identities.seal(row.complaintId, await this.identities.unseal(row));
    } catch (error) {
      throw error instanceof SealError ? new UnreadableIdentity(row.complaintId) : error;
    }
  }
}
