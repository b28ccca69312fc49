import type { FileHandle } from 'node:fs/promises';
import { ArchiveError, cut, foreign, tampered } from './archive-error.js';
import { type ArchiveEntry, readArchive, textOf } from './archive-reader.js';
import { openManifest, secretKeyId } from './archive-seal.js';
import { ARCHIVE, FORMAT, type Heading, type Manifest } from './manifest.js';
import { type Counted, measure, Tally } from './tally.js';

const HEADING_LIMIT = 1024 * 1024;
const MANIFEST_LIMIT = 64 * 1024 * 1024;

/** What an archive must fit: this installation. */
export interface Installation {
  city: string;
  secretKey: Buffer;
  /** The migrations that this program knows. */
  migrations: readonly string[];
}

/**
 * Reads an archive to its end: each part against its checksum, the list of parts against its seal, the whole against
 * this installation.
 * @throws ArchiveError
 */
export async function checkArchive(
  handle: FileHandle,
  file: string,
  here: Installation,
  read?: (bytes: number) => void,
): Promise<Manifest> {
  const tally = new Tally();
  let at: ArchiveEntry['kind'] | 'nothing' = 'nothing';
  let manifest: Manifest | null = null;
  for await (const entry of readArchive(handle, file, read)) {
    if (!follows[at].includes(entry.kind)) throw at === 'nothing' ? foreign(file) : cut(file);
    at = entry.kind;
    if (entry.kind === 'heading')
      checkHeading(json<Heading>(await textOf(entry, HEADING_LIMIT, file), file), here, file);
    else if (entry.kind === 'manifest')
      manifest = readManifest(await textOf(entry, MANIFEST_LIMIT, file), here, file);
    else await count(entry, tally, file);
  }
  if (!manifest) throw cut(file);
  compare(manifest, tally.end(), file);
  return manifest;
}

/** Which entries may stand after which. */
const follows: Record<ArchiveEntry['kind'] | 'nothing', readonly ArchiveEntry['kind'][]> = {
  nothing: ['heading'],
  heading: ['part', 'file', 'manifest'],
  part: ['part', 'file', 'manifest'],
  file: ['file', 'manifest'],
  manifest: [],
};

async function count(
  entry: Extract<ArchiveEntry, { kind: 'part' | 'file' }>,
  tally: Tally,
  file: string,
): Promise<void> {
  const measured = await measure(entry.content);
  if (entry.kind === 'part') return tally.part(entry.table, [], measured);
  if (measured.sha256 !== entry.sha256) throw tampered(file, `attachments/${entry.sha256}`);
  tally.file(entry.sha256, measured.bytes);
}

function json<T>(text: string, file: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw cut(file);
  }
}

function checkHeading(heading: Heading, here: Installation, file: string): void {
  if (heading.archive !== ARCHIVE) throw foreign(file);
  if (heading.format > FORMAT) throw newer(file, heading.program);
  const key = secretKeyId(here.secretKey);
  if (heading.secretKey !== key)
    throw new ArchiveError(
      `Bản sao lưu ${file} được tạo với khóa bí mật ${heading.secretKey}, ở đây là khóa ${key}: hãy đặt đúng tệp khóa của nó (SECRET_KEY_FILE) rồi chạy lại`,
      `The backup ${file} was made with the secret key ${heading.secretKey}, here is the key ${key}: put its key file in place (SECRET_KEY_FILE) and run again`,
    );
  if (heading.city !== here.city)
    throw new ArchiveError(
      `Bản sao lưu ${file} là của thành phố ${heading.city}, ở đây CITY là ${here.city}`,
      `The backup ${file} is of the city ${heading.city}, here CITY is ${here.city}`,
    );
  if (heading.migrations.some((name) => !here.migrations.includes(name)))
    throw newer(file, heading.program);
}

const newer = (file: string, program: string) =>
  new ArchiveError(
    `Bản sao lưu ${file} do phiên bản mới hơn tạo (${program}): hãy khôi phục bằng phiên bản đó hoặc mới hơn`,
    `The backup ${file} was made by a newer version (${program}): restore it with that version or a later one`,
  );

function readManifest(text: string, here: Installation, file: string): Manifest {
  let manifest: Manifest | null;
  try {
    manifest = openManifest(here.secretKey, text);
  } catch {
    throw cut(file);
  }
  if (!manifest) throw tampered(file, 'manifest.json');
  // The heading is not under the seal.
  checkHeading({ ...manifest, archive: ARCHIVE }, here, file);
  return manifest;
}

/** @throws ArchiveError naming the first part that is not the one that was written */
export function compare(manifest: Manifest, found: Counted, file: string): void {
  for (const [at, table] of manifest.tables.entries()) {
    const other = found.tables[at];
    const parts = JSON.stringify(other?.parts) === JSON.stringify(table.parts);
    if (other?.name !== table.name || other.rows !== table.rows || !parts)
      throw tampered(file, `tables/${table.name}`);
  }
  if (found.tables.length !== manifest.tables.length) throw tampered(file, 'tables');
  if (JSON.stringify(found.files) !== JSON.stringify(manifest.files))
    throw tampered(file, 'attachments');
}
