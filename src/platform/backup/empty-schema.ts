import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { dataSourceOptions, type DatabaseAddress } from '../database/data-source.js';
import { MIGRATION_LOCK } from '../database/migrate.js';
import { migrations } from '../database/migrations/list.js';
import type { ProgramRole } from '../database/rights.js';
import { ArchiveError } from './archive-error.js';
import { copyOptions } from './connection.js';

/** A pool for one transaction that takes its time, with the migrations that an archive had come through. */
export function restoringSource(address: DatabaseAddress, names: readonly string[]): DataSource {
  const options = dataSourceOptions(address, []);
  return new DataSource({
    ...options,
    migrations: migrations.filter(({ name }) => names.includes(name)),
    extra: {
      max: 2,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: copyOptions(address.schema),
    },
  } as typeof options);
}

/** Within the transaction under way: no program starts or works here, and the schema is as new. @throws ArchiveError */
export async function makeEmptySchema(
  runner: QueryRunner,
  { schema }: DatabaseAddress,
  role: ProgramRole,
  replace: boolean,
): Promise<void> {
  await runner.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const busy = (await runner.query(
    'select from pg_stat_activity where usename = $1 and datname = current_database()',
    [role.name],
  )) as unknown[];
  if (busy.length > 0) throw inUse();
  const [row] = (await runner.query(
    `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p')`,
    [schema],
  )) as { tables: number }[];
  if (row && row.tables > 0 && !replace) throw notEmpty(schema);
  await runner.query(`drop schema if exists "${schema}" cascade`);
  await runner.query(`create schema "${schema}"`);
  const executor = new MigrationExecutor(runner.connection, runner);
  await executor.executePendingMigrations();
}

const inUse = () =>
  new ArchiveError(
    'Có chương trình đang chạy trên cơ sở dữ liệu này: hãy dừng mọi bản chạy rồi khôi phục lại',
    'A program is at work on this database: stop all of them, then restore again',
  );

const notEmpty = (schema: string) =>
  new ArchiveError(
    `Cơ sở dữ liệu đã có dữ liệu trong ${schema}: hãy khôi phục vào cơ sở dữ liệu trống, hoặc thêm --replace-everything để xóa hết dữ liệu đang có`,
    `The database already holds data in ${schema}: restore into an empty one, or add --replace-everything, which deletes all that is there`,
  );
