import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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

/** How much of everything that a filing leaves behind there is. */
export async function stored(world: World): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [rows] = await world.behind.query<Record<string, number>[]>(`select ${counts.join(', ')}`);
  return { ...rows, files: (await keptFiles(world)).length };
}
