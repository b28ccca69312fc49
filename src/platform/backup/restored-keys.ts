import { createKeyFile, replaceKeyFile } from '../config/key-file.js';
import type { Config } from '../config/config.js';
import { formatKeys, type IdentityKey } from '../sealing/identity-key.js';
import { Keyring } from '../sealing/keyring.js';
import { ArchiveError } from './archive-error.js';
import { openKeys } from './archive-seal.js';
import type { Manifest } from './manifest.js';

type Where = Pick<Config, 'identityKeys' | 'identityKeysFile'>;

/** The keys that a restored installation needs, those of the archive first; null where nothing is to be written. @throws ArchiveError */
export async function keysToBring(
  manifest: Pick<Manifest, 'identityKeys' | 'sealedKeys'>,
  where: Where,
  secretKey: Buffer,
): Promise<IdentityKey[] | null> {
  const here = await Keyring.known(where);
  const brought = manifest.sealedKeys === null ? [] : openKeys(secretKey, manifest.sealedKeys);
  for (const { id, secret } of brought)
    if (here?.some((one) => one.id === id && !one.secret.equals(secret))) throw anotherKey(id);
  // Keys of the environment are not written here: it must have them all.
  const all = where.identityKeys ? [...(here ?? [])] : joined(brought, here ?? []);
  const missing = manifest.identityKeys.filter((id) => !all.some((one) => one.id === id));
  if (missing.length > 0) throw missingKeys(missing);
  return where.identityKeys || all.length === here?.length ? null : all;
}

const joined = (first: IdentityKey[], others: readonly IdentityKey[]) => [
  ...first,
  ...others.filter(({ id }) => !first.some((one) => one.id === id)),
];

/** Puts them into the file, before anything that is sealed with them is there. */
export async function bringKeys(keys: IdentityKey[] | null, where: Where): Promise<void> {
  if (!keys) return;
  const put = (await Keyring.known(where)) ? replaceKeyFile : createKeyFile;
  await put(where.identityKeysFile, formatKeys(keys));
}

const anotherKey = (id: string) =>
  new ArchiveError(
    `Khóa danh tính ${id} ở đây khác với khóa cùng tên trong bản sao lưu: hãy dùng tệp khóa khác (IDENTITY_KEYS_FILE)`,
    `The identity key ${id} here is not the one of that name in the backup: use another key file (IDENTITY_KEYS_FILE)`,
  );

const missingKeys = (ids: string[]) =>
  new ArchiveError(
    `Thiếu khóa danh tính ${ids.join(', ')} mà bản sao lưu cần: hãy đưa vào IDENTITY_KEYS hoặc tệp khóa`,
    `The identity keys ${ids.join(', ')} that the backup needs are missing: put them into IDENTITY_KEYS or the key file`,
  );
