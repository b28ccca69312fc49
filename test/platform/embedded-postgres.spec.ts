import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { checkDatabase } from '../../src/platform/postgres/check-database.js';
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
} from '../../src/platform/postgres/embedded-postgres.js';
import { claimInstance } from '../../src/platform/postgres/instance-lock.js';
import { eventually, temporaryFolder } from './temporary.js';

jest.setTimeout(30_000);

const folder = await temporaryFolder(() => database.stop({ force: true }));
const dataDir = join(folder, 'data');
const lines: string[] = [];
const open = (options: { dataDir?: string; supervise?: boolean } = {}) =>
  openEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), ...options });

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const pidOfServer = async (of = dataDir) =>
  Number((await readFile(join(of, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

let database: EmbeddedPostgres;

// The folder given by temporaryFolder has mode 0700: as root, the account `postgres` cannot walk through it.
beforeAll(async () => {
  database = await open();
});

describe('embedded PostgreSQL', () => {
  it('starts from nothing, in UTF-8, for this machine alone', async () => {
    expect(database.startedHere).toBe(true);
    expect(new URL(database.url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/dau_moi' });
    expect(await ask(database.url, `select lower('ĐẦU MỐI') || upper('đầu mối')`)).toBe(
      'đầu mốiĐẦU MỐI',
    );
    const setting = (name: string) => ask(database.url, `select current_setting('${name}')`);
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(await setting('timezone')).toBe('UTC');
    expect(await setting('data_checksums')).toBe('on');
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    expect(await checkDatabase(database.url)).toEqual({ version: 18, warnings: [] });
  });

  it('keeps data, port and password over a stop', async () => {
    await ask(database.url, 'create table kept as select 42 as answer');
    const { url } = database;
    await database.stop();
    await expect(ask(url, 'select 1')).rejects.toThrow();
    database = await open();
    expect(database.url).toBe(url);
    expect(await ask(database.url, 'select answer from kept')).toBe(42);
  });

  it('adopts a running server, and leaves it to who started it or to a living program', async () => {
    const second = await open();
    expect(second).toMatchObject({ startedHere: false, url: database.url });
    await second.stop();
    expect(await ask(database.url, 'select 1')).toBe(1);

    const program = await claimInstance(dataDir);
    await writeFile(
      join(dataDir, 'program.json'),
      (await readFile(join(dataDir, 'program.json'), 'utf8')).replace(
        `"pid":${process.pid},"startedAt":"`,
        `"pid":${process.ppid},"startedAt":"unknown","was":"`,
      ),
    );
    await database.stop();
    expect(await ask(database.url, 'select 1')).toBe(1);
    await program.release();

    await second.stop({ force: true });
    database = await open();
    expect(database.startedHere).toBe(true);
  });

  it('opens once for two that start together', async () => {
    await database.stop();
    const both = await Promise.all([open(), open()]);
    expect(both.map((one) => one.startedHere).toSorted()).toEqual([false, true]);
    database = both.find((one) => one.startedHere) as EmbeddedPostgres;
  });

  it('comes back by itself after kill -9, with the acknowledged row', async () => {
    const watched = await open({ supervise: true });
    await ask(watched.url, `create table filed as select 'DM-1' as code`);
    process.kill(await pidOfServer(), 'SIGKILL');
    const code = await eventually(() =>
      ask(watched.url, 'select code from filed').catch(() => null),
    );
    expect(code).toBe('DM-1');
    await eventually(async () => watched.startedHere);
    expect(lines).toContain('embedded PostgreSQL is gone, starting it again');
    await watched.stop();
    await expect(ask(watched.url, 'select 1')).rejects.toThrow();
  });

  it('starts after kill -9 although a backend of the dead server still works', async () => {
    database = await open();
    const working = ask(
      database.url,
      `do $$ declare until timestamptz := clock_timestamp() + '1 s';
       begin while clock_timestamp() < until loop null; end loop; end $$`,
    ).catch(() => undefined);
    await eventually(async () =>
      ask(database.url, `select 1 from pg_stat_activity where query like 'do %'`),
    );
    process.kill(await pidOfServer(), 'SIGKILL');
    database = await open();
    expect(await ask(database.url, 'select answer from kept')).toBe(42);
    await working;
  });

  it('starts in a folder open to all, after a first start cut short', async () => {
    await chmod(folder, 0o755);
    const other = join(folder, 'other');
    await mkdir(join(other, 'postgres.new-1', 'base'), { recursive: true });
    const opened = await open({ dataDir: other });
    expect(opened.startedHere).toBe(true);
    await opened.stop();
    const uid = process.getuid?.() ?? 0;
    expect((await stat(other)).uid).toBe(uid);
    if (uid === 0) expect((await stat(join(other, 'postgres'))).uid).not.toBe(0);
    await expect(stat(join(other, 'postgres.new-1'))).rejects.toThrow('ENOENT');
  });

  it('says in one line when the folder cannot hold a database', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(open({ dataDir: join(folder, 'file') })).rejects.toThrow(
      /^[^\n]+ \/ [^\n]+DATA_DIR/,
    );
  });
});

describe('database check', () => {
  const changed = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return checkDatabase(url.href);
  };

  it('names the reason for a refusal', async () => {
    await expect(changed((url) => (url.port = '1'))).rejects.toThrow(
      /ECONNREFUSED.* \/ Cannot reach/,
    );
    await expect(changed((url) => (url.password = 'x'))).rejects.toThrow(/refuses the user/);
    await expect(changed((url) => (url.pathname = '/none'))).rejects.toThrow(/no such database/);
    await expect(
      changed((url) => url.searchParams.set('options', '-c synchronous_commit=off')),
    ).rejects.toThrow(/synchronous_commit is off/);
  });

  it('refuses a database that cannot hold Vietnamese', async () => {
    await ask(
      database.url,
      `create database ascii template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc`,
    );
    await expect(changed((url) => (url.pathname = '/ascii'))).rejects.toThrow(/SQL_ASCII/);
  });
});
