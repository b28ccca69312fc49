import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BAD_CONFIG, cannotWrite, StartError } from './start-error.js';

const BYTES = 32;

/** Reads the key (32 bytes as base64, mode 0600), making it when the file is missing. StartError otherwise. */
export async function openSecretKey(file: string): Promise<Buffer> {
  return (await readKey(file)) ?? (await createKey(file));
}

/** A 32-byte key for one purpose. HKDF-SHA256, RFC 5869; the purpose is its info. */
export function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, BYTES));
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    const { mode } = await stat(file);
    if (mode & 0o077) {
      throw new StartError(
        `Người khác đọc được tệp khóa ${file}: hãy chạy chmod 600 ${file}`,
        `Others can read the key file ${file}: run chmod 600 ${file}`,
        BAD_CONFIG,
      );
    }
    const text = (await readFile(file, 'utf8')).trim();
    const key = Buffer.from(text, 'base64');
    if (key.length === BYTES && key.toString('base64') === text) return key;
    throw new StartError(
      `Tệp khóa ${file} hỏng: hãy lấy lại từ bản sao lưu (cần 32 byte dạng base64)`,
      `The key file ${file} is malformed: bring it back from a backup (32 bytes in base64 are needed)`,
      BAD_CONFIG,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadable(file, error);
  }
}

async function createKey(file: string): Promise<Buffer> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(BYTES).toString('base64')}\n`);
      await handle.sync();
      // link, not rename: of two programs starting together the first one's key stays, and both use it.
      await link(draft, file).catch(unlessItExists);
    } finally {
      await handle.close();
      await rm(draft, { force: true });
    }
  } catch (error) {
    throw cannotWrite(file, error);
  }
  const key = await readKey(file);
  if (!key) throw new Error(`${file} vanished while it was made`);
  return key;
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function unreadable(file: string, error: unknown): unknown {
  if (!['EACCES', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    return error;
  }
  return new StartError(
    `Không đọc được tệp khóa ${file}: hãy đổi quyền của nó hoặc đặt SECRET_KEY_FILE khác`,
    `Cannot read the key file ${file}: change its rights or set another SECRET_KEY_FILE`,
    BAD_CONFIG,
  );
}
