import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { backup } from '../../../src/cli/backup.js';
import { restore, type Restored } from '../../../src/cli/restore.js';
import type { Made } from '../../../src/platform/backup/keep-backup.js';
import { readConfig, type Config } from '../../../src/platform/config/config.js';
import { cluster } from '../../world/database.js';
import type { World } from '../../world/world.js';

export const quiet = () => ({ at: () => undefined, end: () => undefined });

/** The configuration with which somebody works on the database of a world as its owner. */
export const asOwner = (world: World): Config => ({
  ...world.config,
  databaseUrl: world.database.owner.url,
});

export async function backUpTo(world: World, to: string): Promise<Made> {
  const made = await backup(asOwner(world), { to }, quiet);
  if (!made) throw new Error('no backup was made');
  return made;
}

/** An installation that has nothing yet but the secret key. */
export async function bareConfig(
  folder: string,
  env: Record<string, string> = {},
): Promise<Config> {
  const dataDir = await mkdtemp(join(folder, 'installation-'));
  return readConfig({
    DATA_DIR: dataDir,
    SECRET_KEY_FILE: join(cluster.dataDir, 'secret.key'),
    PORT: '0',
    ...env,
  });
}

export const restoreFrom = (config: Config, file: string, replaceEverything = false) =>
  restore(config, file, { replaceEverything }, () => undefined, quiet) as Promise<Restored>;

export async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client({
    connectionString: url,
    options: '-c search_path=dau_moi,public -c timezone=UTC',
  });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

const run = async (statement: string) => {
  const client = new Client({ connectionString: cluster.admin });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

/** Makes an empty database in the cluster of all stories. */
export async function emptyDatabase(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  await run(`create database ${name}`);
  const url = new URL(cluster.admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

/** The same, of an owner who may make roles and nothing else that is special. */
export async function databaseOfPlainOwner(name: string): ReturnType<typeof emptyDatabase> {
  const owner = `${name}_owner`;
  await run(`create role ${owner} login createrole password 'secret'`);
  await run(`create database ${name} owner ${owner}`);
  const url = new URL(cluster.admin);
  url.pathname = `/${name}`;
  url.username = owner;
  url.password = 'secret';
  return {
    url: url.href,
    drop: async () => {
      await run(`drop database ${name} with (force)`);
      await run(`drop role ${owner}`);
    },
  };
}

export async function scratch(): Promise<{ folder: string; clear(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dau-moi-backup-'));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

export const namesIn = async (folder: string) => (await readdir(folder)).toSorted();
