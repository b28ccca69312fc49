import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { cut, foreign } from './archive-error.js';
import { readName, type EntryName } from './manifest.js';

export type ArchiveEntry = EntryName & { size: number; content: AsyncIterable<Buffer> };

/**
 * The entries of an archive, one after the other; each is read to its end before the next is asked for.
 * @throws ArchiveError for what is no archive, or ends too early
 */
export async function* readArchive(
  handle: FileHandle,
  file: string,
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<ArchiveEntry> {
  const disk = Readable.from(bytesOf(handle, read), { objectMode: false });
  const gunzip = createGunzip();
  const tar = extract();
  // What goes wrong in one is heard where the entries are waited for.
  chain(disk, gunzip, tar);
  let any = false;
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
      const known = type === 'file' || type === null ? readName(name) : null;
      if (!known) throw any ? cut(file) : foreign(file);
      any = true;
      yield { ...known, size, content: contentOf(entry as AsyncIterable<Buffer>, file) };
    }
  } catch (error) {
    throw isOfTheForm(error) ? (any ? cut(file) : foreign(file)) : error;
  } finally {
    disk.destroy();
    gunzip.destroy();
    tar.destroy();
  }
  if (!any) throw foreign(file);
}

const CHUNK = 256 * 1024;

/** From the beginning, leaving the file open: it is read again, the same file, whatever has its name by then. */
async function* bytesOf(handle: FileHandle, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    read((at += bytesRead));
    yield buffer.subarray(0, bytesRead);
  }
}

function chain(disk: Readable, gunzip: Gunzip, tar: Extract): void {
  disk.on('error', (error) => tar.destroy(error));
  gunzip.on('error', (error) => tar.destroy(error));
  disk.pipe(gunzip).pipe(tar);
}

/** What zlib and the tar say of bytes that are not theirs; an error of the disk is its own. */
const isOfTheForm = (error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith('Z_') === true || /tar|end of (data|file)|premature/i.test(message);
};

/** What goes wrong with the archive is heard by whoever reads an entry of it. */
async function* contentOf(entry: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* entry;
  } catch (error) {
    throw isOfTheForm(error) ? cut(file) : error;
  }
}

/** A small entry as text. @throws ArchiveError for one that is too large to be what it is called */
export async function textOf(
  { content, size }: ArchiveEntry,
  limit: number,
  file: string,
): Promise<string> {
  if (size > limit) throw cut(file);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
