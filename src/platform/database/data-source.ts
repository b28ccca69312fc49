import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/list.js';

export interface DatabaseAddress {
  url: string;
  schema: string;
}

/**
 * Options for a connection pool on the schema; entities are given by the app, which knows them all. `sees: 'all'`
 * is for commands that work without the door: their connections begin as the program itself.
 */
export function dataSourceOptions(
  { url, schema }: DatabaseAddress,
  entities: DataSourceOptions['entities'],
  { sees = '' }: { sees?: 'all' | '' } = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema,
    entities,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    extra: {
      options: `-c search_path=${schema},public -c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000 -c dau_moi.sees=${sees}`,
      max: 10,
      connectionTimeoutMillis: 4000,
      query_timeout: 20_000,
      keepAlive: true,
    },
  };
}
