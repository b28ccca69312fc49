import type { Client } from 'pg';
import { StartError } from '../config/start-error.js';
import type { Standing } from './schedule.js';

type Asked = Pick<Client, 'query'>;

// Any fixed number: of several programs one makes a backup at a time.
const BACKUP_LOCK = 7_318_004;

/** Holds until the connection ends. */
export async function takeTurn(client: Asked): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [BACKUP_LOCK],
  );
  return rows[0]?.taken ?? false;
}

/** Whether one that went well was begun at or after a moment. */
export async function madeSince(client: Asked, moment: Date): Promise<boolean> {
  const { rows } = await client.query(
    'select from backup_run where started_at >= $1 and ended_at is not null and failure is null limit 1',
    [moment],
  );
  return rows.length > 0;
}

export async function beginRun(client: Asked, at: Date, file: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'insert into backup_run (started_at, file, missing) values ($1, $2, 0) returning id',
    [at, file],
  );
  return rows[0]?.id ?? '';
}

export async function endRun(
  client: Asked,
  id: string,
  at: Date,
  { file, bytes, missing }: { file: string; bytes: number; missing: number },
): Promise<void> {
  await client.query(
    'update backup_run set ended_at = $2, file = $3, bytes = $4, missing = $5 where id = $1',
    [id, at, file, bytes, missing],
  );
}

export async function failRun(client: Asked, id: string, at: Date, error: unknown): Promise<void> {
  const { code, name, message } = error as Error & { code?: string };
  const why = error instanceof StartError ? message : (code ?? name);
  await client.query('update backup_run set ended_at = $2, failure = $3 where id = $1', [
    id,
    at,
    why,
  ]);
}

export async function forgetRun(client: Asked, id: string): Promise<void> {
  await client.query('delete from backup_run where id = $1', [id]);
}

/** Asked by the program and by whoever looks after it. */
export const standing = `select
  (select json_build_object('startedAt', started_at, 'bytes', bytes) from backup_run
   where ended_at is not null and failure is null order by started_at desc limit 1) as good,
  (select json_build_object('startedAt', started_at, 'failed', failure is not null) from backup_run
   order by started_at desc limit 1) as last`;

export interface StandingRow {
  good: { startedAt: string; bytes: number } | null;
  last: { startedAt: string; failed: boolean } | null;
}

export const standingOf = ({ good, last }: StandingRow): Standing => ({
  good: good && { ...good, startedAt: new Date(good.startedAt) },
  last: last && { ...last, startedAt: new Date(last.startedAt) },
});
