import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

export interface Entry {
  name: string;
  content: Buffer;
}

export async function unpack(file: string): Promise<Entry[]> {
  const tar = extract();
  Readable.from([await readFile(file)])
    .pipe(createGunzip())
    .pipe(tar);
  const entries: Entry[] = [];
  for await (const entry of tar)
    entries.push({ name: entry.header.name, content: await buffer(entry) });
  return entries;
}

/** Writes entries as another tool would. */
export async function repack(file: string, entries: readonly Entry[]): Promise<string> {
  const tar = pack();
  for (const { name, content } of entries) tar.entry({ name }, content);
  tar.finalize();
  await writeFile(file, await buffer(tar.pipe(createGzip())));
  return file;
}

export const changed = (
  entries: readonly Entry[],
  which: (name: string) => boolean,
  change: (content: Buffer) => Buffer,
): Entry[] =>
  entries.map(({ name, content }) => ({ name, content: which(name) ? change(content) : content }));
