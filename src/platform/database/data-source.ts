import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/list.js';

export interface DatabaseAddress {
  url: string;
  schema: string;
}

/** Options for a connection pool on the schema; entities are given by the app, which knows them all. */
export function dataSourceOptions(
  { url, schema }: DatabaseAddress,
  entities: DataSourceOptions['entities'],
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
      options: `-c search_path=${schema},public -c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000`,
      max: 10,
      connectionTimeoutMillis: 4000,
      query_timeout: 20_000,
      keepAlive: true,
    },
  };
}
