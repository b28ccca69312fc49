import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.js';
import { BAD_CONFIG, cannotWrite, StartError } from './start-error.js';

/** The text of a file that its owner alone can read; null when there is none. `variable` names its setting. */
export async function readKeyFile(file: string, variable: string): Promise<string | null> {
  try {
    const { mode } = await stat(file);
    if (mode & 0o077) {
      throw new StartError(
        `Người khác đọc được tệp khóa ${file}: hãy chạy chmod 600 ${file}`,
        `Others can read the key file ${file}: run chmod 600 ${file}`,
        BAD_CONFIG,
      );
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadable(file, variable, error);
  }
}

/** Makes the file, synced to the disk with its name; of several that make it at once the first one's stays. */
export async function createKeyFile(file: string, text: string): Promise<void> {
  // link, not rename: of two programs starting together the first one's key stays, and both use it.
  await put(file, text, (draft) => link(draft, file).catch(unlessItExists));
}

/** Puts the text in the place of what the file had; a reader finds the one or the other, whole. */
export async function replaceKeyFile(file: string, text: string): Promise<void> {
  await put(file, text, (draft) => rename(draft, file));
}

async function put(
  file: string,
  text: string,
  place: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
      await place(draft);
    } finally {
      await handle.close();
      await rm(draft, { force: true });
    }
    await syncFolder(dirname(file));
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function unreadable(file: string, variable: string, error: unknown): unknown {
  if (!['EACCES', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    return error;
  }
  return new StartError(
    `Không đọc được tệp khóa ${file}: hãy đổi quyền của nó hoặc đặt ${variable} khác`,
    `Cannot read the key file ${file}: change its rights or set another ${variable}`,
    BAD_CONFIG,
  );
}
