import type { Client } from 'pg';
import type { SequenceInArchive } from './manifest.js';

type Asked = Pick<Client, 'query'>;

export interface TableFacts {
  name: string;
  /** Those that are stored, not computed by the database. */
  columns: string[];
}

/** Not kept: who is signed in, counts of the day, and the list of this installation's backups. */
export const LEFT_OUT = ['session', 'rate_limit', 'backup_run'];

/** Made by migrating, not by filling. */
const MIGRATIONS = 'migration';

const tables = `select c.relname as name,
    array_agg(a.attname::text order by a.attnum) as columns,
    array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.oid, c.relname order by c.relname`;

/** The tables of a schema, those that others point to first. */
export async function tablesOf(client: Asked, schema: string): Promise<TableFacts[]> {
  const { rows } = await client.query<TableFacts & { needs: string[] }>(tables, [schema]);
  return inOrder(rows.filter(({ name }) => name !== MIGRATIONS));
}

/** @throws where tables point to each other in a ring: a migration would have to come with a way to fill them */
export function inOrder<T extends { name: string; needs: string[] }>(given: readonly T[]): T[] {
  const done = new Set<string>();
  const ordered: T[] = [];
  let left = [...given];
  while (left.length > 0) {
    const ready = left.filter(({ needs }) =>
      needs.every((need) => done.has(need) || !left.some(({ name }) => name === need)),
    );
    if (ready.length === 0)
      throw new Error(`tables in a ring: ${left.map(({ name }) => name).join(', ')}`);
    for (const one of ready) done.add(one.name);
    ordered.push(...ready);
    left = left.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

/** Where each sequence stands. */
export async function sequencesOf(client: Asked, schema: string): Promise<SequenceInArchive[]> {
  const { rows } = await client.query<SequenceInArchive>(
    `select sequencename as name, coalesce(last_value, start_value)::text as value,
       last_value is not null as used
     from pg_sequences where schemaname = $1 and sequencename not like 'migration%' order by 1`,
    [schema],
  );
  return rows;
}

export async function migrationsOf(client: Asked, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from "${schema}"."migration" order by "timestamp", id`,
  );
  return rows.map(({ name }) => name);
}
