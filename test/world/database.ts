import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import {
  dataSourceOptions,
  type DatabaseAddress,
} from '../../src/platform/database/data-source.js';

interface Cluster {
  dataDir: string;
  admin: string;
  template: string;
}

export const cluster = JSON.parse(process.env['WORLD'] ?? '{}') as Cluster;

async function asAdmin(statement: string): Promise<void> {
  const client = new Client({ connectionString: cluster.admin });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const named = (url: string, database: string) => {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
};

export interface ClonedDatabase {
  /** As the program's role. */
  address: DatabaseAddress;
  /** As the owner, for looking behind the door. */
  owner: DatabaseAddress;
  drop(): Promise<void>;
}

/** A database of its own for one file: a copy of the migrated template. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const name = `world_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name} template world_template`);
  const schema = 'dau_moi';
  return {
    address: { url: named(cluster.template, name), schema },
    owner: { url: named(cluster.admin, name), schema },
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}

/** A pool on a database, for queries of the test itself. */
export async function openSource(
  address: DatabaseAddress,
  { sees = 'all' }: { sees?: 'all' | '' } = {},
): Promise<DataSource> {
  return new DataSource(dataSourceOptions(address, entities, { sees })).initialize();
}
