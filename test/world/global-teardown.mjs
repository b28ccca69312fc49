import { rm } from 'node:fs/promises';

export default async function tearDown() {
  await globalThis.worldPostgres.stop({ force: true });
  await rm(JSON.parse(process.env['WORLD']).dataDir, { recursive: true, force: true });
}
