import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { City } from '../catalog/city.js';
import { entities } from '../entities.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { prepareDatabase } from '../start/prepare-database.js';
import { say } from './say.js';
import { stopSignal } from './stop-signal.js';

/** What a verb works with. */
export interface Desk {
  config: Config;
  source: DataSource;
  city: City;
  /** Aborted at the first Ctrl-C; the verb finishes what it has begun and returns. */
  signal: AbortSignal;
}

/**
 * Works on the database of this configuration; the embedded one is started when no program runs it, and then
 * stopped again.
 * @throws StartError
 */
export async function withDatabase<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const signal = stopSignal();
  const database = await prepareDatabase(config, { supervise: false, say });
  try {
    const source = new DataSource(dataSourceOptions(database.address, entities, { sees: 'all' }));
    await source.initialize();
    try {
      return await work({ config, source, city: await City.load(source), signal });
    } finally {
      await source.destroy();
    }
  } finally {
    await database.stop();
  }
}
