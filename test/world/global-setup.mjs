import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig } from '../../dist/src/platform/config/config.js';
import { openEmbeddedPostgres } from '../../dist/src/platform/postgres/embedded-postgres.js';
import { prepareDatabase } from '../../dist/src/start/prepare-database.js';

/** The database that every story clones: migrated, with Hanoi and the demo accounts in it. */
const TEMPLATE = 'world_template';

const fast = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };

/** One PostgreSQL for all stories, without durability: what is tested for durability starts its own. */
export default async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-stories-'));
  const postgres = await openEmbeddedPostgres({ dataDir, settings: fast, log: () => undefined });
  const url = new URL(postgres.url);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  url.pathname = `/${TEMPLATE}`;
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: url.href, DEMO: 'true' });
  const { address } = await prepareDatabase(config, { supervise: false, say: () => undefined });
  process.env['WORLD'] = JSON.stringify({ dataDir, admin: postgres.url, template: address.url });
  globalThis.worldPostgres = postgres;
}
