import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cluster, type ClonedDatabase } from '../world/database.js';
import { Program } from './program.js';

const folders = new Map<Program, string>();

async function startReplica(url: string, env: Record<string, string>): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-replica-'));
  // The template database knows the template's keys; with one secret key all replicas connect as the same role.
  await copyFile(join(cluster.dataDir, 'identity.keys'), join(dataDir, 'identity.keys'));
  const program = await Program.start({
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    SECRET_KEY_FILE: join(cluster.dataDir, 'secret.key'),
    DEMO: 'true',
    ...env,
  });
  folders.set(program, dataDir);
  return program;
}

/** As many processes as wanted on one cloned database, or on the address that leads to it. */
export function startReplicas(
  { owner }: ClonedDatabase,
  count: number,
  env: Record<string, string> = {},
  url = owner.url,
): Promise<Program[]> {
  return Promise.all(Array.from({ length: count }, () => startReplica(url, env)));
}

export async function stopReplicas(replicas: readonly Program[]): Promise<void> {
  await Promise.all(
    replicas.map(async (replica) => {
      await replica.stop();
      await rm(folders.get(replica) ?? '', { recursive: true, force: true });
    }),
  );
}
