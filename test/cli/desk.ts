import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { City } from '../../src/catalog/city.js';
import type { Desk } from '../../src/cli/database.js';
import { verifyLog } from '../../src/cli/verify-log.js';
import type { Problem } from '../../src/complaints/verify.js';
import { readConfig } from '../../src/platform/config/config.js';
import { cloneDatabase, openSource, type ClonedDatabase } from '../world/database.js';

/** A verb's desk on a database of its own. */
export interface TestDesk extends Desk {
  database: ClonedDatabase;
  clear(): Promise<void>;
}

export async function openDesk(signal = new AbortController().signal): Promise<TestDesk> {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-cli-'));
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: database.address.url });
  const source = await openSource(database.address);
  return {
    config,
    source,
    city: await City.load(source),
    signal,
    database,
    clear: async () => {
      await source.destroy();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function problemsOf(source: DataSource, id?: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  await verifyLog(source, (problem) => problems.push(problem), id === undefined ? {} : { id });
  return problems;
}
