import { hkdfSync, randomBytes } from 'node:crypto';
import { createKeyFile, readKeyFile } from './key-file.js';
import { BAD_CONFIG, StartError } from './start-error.js';

const BYTES = 32;

/** Reads the key (32 bytes as base64, mode 0600), making it when the file is missing. StartError otherwise. */
export async function openSecretKey(file: string): Promise<Buffer> {
  const known = await readSecretKey(file);
  if (known) return known;
  await createKeyFile(file, `${randomBytes(BYTES).toString('base64')}\n`);
  const key = await readSecretKey(file);
  if (!key) throw new Error(`${file} vanished while it was made`);
  return key;
}

/** A 32-byte key for one purpose. HKDF-SHA256, RFC 5869; the purpose is its info. */
export function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, BYTES));
}

/** The key when there is one. @throws StartError when it cannot be used */
export async function readSecretKey(file: string): Promise<Buffer | null> {
  const text = (await readKeyFile(file, 'SECRET_KEY_FILE'))?.trim();
  if (text === undefined) return null;
  const key = Buffer.from(text, 'base64');
  if (key.length === BYTES && key.toString('base64') === text) return key;
  throw new StartError(
    `Tệp khóa ${file} hỏng: hãy lấy lại từ bản sao lưu (cần 32 byte dạng base64)`,
    `The key file ${file} is malformed: bring it back from a backup (32 bytes in base64 are needed)`,
    BAD_CONFIG,
  );
}
