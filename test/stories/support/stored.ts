import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../../src/platform/sha256.js';
import type { World } from '../../world/world.js';

const tables = [
  'complaint',
  'complaint_event',
  'clock',
  'outbox',
  'filer',
  'attachment',
  'message',
  'idempotency_key',
];

/** The files of the attachment store, whole or arriving. */
export async function keptFiles({ config }: World): Promise<string[]> {
  const found = await readdir(join(config.dataDir, 'attachments'), {
    recursive: true,
    withFileTypes: true,
  });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** SHA-256 of what lies in the store under a hash. */
export async function digestOfKept({ config }: World, hash: string): Promise<string> {
  const path = join(config.dataDir, 'attachments', hash.slice(0, 2), hash);
  return sha256(await readFile(path));
}

/** How much of everything that a filing leaves behind there is. */
export async function stored(world: World): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [rows] = await world.behind.query<Record<string, number>[]>(`select ${counts.join(', ')}`);
  return { ...rows, files: (await keptFiles(world)).length };
}
