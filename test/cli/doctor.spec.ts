import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { doctor, linesOf } from '../../src/cli/doctor/doctor.js';
import type { Finding, State } from '../../src/cli/doctor/finding.js';
import { attachmentPath } from '../../src/platform/attachment-path.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { backUpTo, scratch } from '../backup/support/backups.js';
import { filesWith, jpeg } from '../stories/support/files.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let folder: string;
let clear: () => Promise<void>;

beforeAll(async () => {
  world = await World.start();
  ({ folder, clear } = await scratch());
  await filesWith(world, streetLight({ filer: { phone: '0912345678' } }), [
    { name: 'a.jpg', content: jpeg },
  ]).expect(201);
  await world.deliver();
  await backUpTo(world, folder);
}, 60_000);
afterAll(async () => {
  await world.stop();
  await clear();
});

const env = (changes: Record<string, string> = {}) => ({
  DATA_DIR: world.config.dataDir,
  DATABASE_URL: world.database.owner.url,
  SECRET_KEY_FILE: world.config.secretKeyFile,
  DEMO: 'true',
  PORT: '0',
  ...changes,
});

/** Deadlines stand still with the world; backups are made by the machine's clock, of which the world knows nothing. */
const examined = (changes?: Record<string, string>) => doctor(env(changes), { time: world.time });

const named = (findings: Finding[], name: string) => findings.find((one) => one.name === name);

async function says(name: string, changes?: Record<string, string>): Promise<[State?, string?]> {
  const one = named(await examined(changes), name);
  return [one?.state, one?.what.en];
}

describe('doctor, of a good installation,', () => {
  it('finds nothing to mend, and says everything in both languages', async () => {
    const findings = await examined();
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
    for (const { what, mend, state } of findings) {
      expect(what.vi.length * what.en.length).toBeGreaterThan(0);
      expect(mend !== null).toBe(state === 'look');
    }
    expect(findings.map(({ name }) => name)).toEqual([
      'configuration',
      'node',
      'folder',
      'disk',
      'secret-key',
      'identity-keys',
      'program',
      'database',
      'settings',
      'clock',
      'migrations',
      'role',
      'identities',
      'timers',
      'outbox',
      'log',
      'backup',
      'files',
      'orphans',
      'smtp',
      'sms',
      'clamav',
      'redis',
      'sign-in',
      'backup-folder',
    ]);
  });

  it('finds nothing to mend where nothing was started yet, and makes nothing', async () => {
    const nowhere = join(folder, 'nowhere');
    const findings = await doctor({ DATA_DIR: nowhere, PORT: '0' });
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(named(findings, 'database')?.state).toBe('none');
    await expect(rm(nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('doctor finds', () => {
  it('a wrong configuration', async () => {
    const findings = await doctor({ PORT: 'x', CITY: '../etc' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ name: 'configuration', state: 'bad' });
    expect(findings[0]!.what.en).toMatch(/PORT .*CITY /);
  });

  it('a secret key that others can read, is broken, or is gone from under its data', async () => {
    const file = join(folder, 'secret.key');
    await copyFile(world.config.secretKeyFile, file);
    await chmod(file, 0o644);
    expect(await says('secret-key', { SECRET_KEY_FILE: file })).toEqual([
      'bad',
      expect.stringContaining('chmod 600'),
    ]);
    await rm(file);
    await writeFile(file, 'x', { mode: 0o600 });
    expect((await says('secret-key', { SECRET_KEY_FILE: file }))[0]).toBe('bad');
    const other = join(folder, 'no.key');
    expect(await says('role', { SECRET_KEY_FILE: other })).toEqual([
      'bad',
      expect.stringContaining('there are data but no secret key'),
    ]);
  });

  it('keys of identities that are missing', async () => {
    const keys = { IDENTITY_KEYS: `other:${Buffer.alloc(32, 7).toString('base64')}` };
    expect(await says('identities', keys)).toEqual([
      'bad',
      expect.stringContaining('identity keys missing'),
    ]);
  });

  it('a data folder that is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect((await says('folder', { DATA_DIR: file }))[0]).toBe('bad');
  });

  it('a database that does not answer, refuses, or would lose what was acknowledged', async () => {
    const silent = { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' };
    expect(await says('database', silent)).toEqual([
      'bad',
      expect.stringContaining('Cannot reach'),
    ]);
    const wrong = new URL(world.database.owner.url);
    wrong.password = 'wrong';
    expect(await says('database', { DATABASE_URL: wrong.href })).toEqual([
      'bad',
      expect.stringContaining('refuses the user or password'),
    ]);
    const careless = new URL(world.database.owner.url);
    careless.searchParams.set('options', '-c synchronous_commit=off');
    expect(await says('database', { DATABASE_URL: careless.href })).toEqual([
      'bad',
      expect.stringContaining('synchronous_commit is off'),
    ]);
  });

  it('that the durability of the stories is switched off', async () => {
    expect(await says('database')).toEqual(['look', expect.stringContaining('fsync is off')]);
  });

  it('a clock that is wrong', async () => {
    const machine = { now: () => new Date(Date.now() + 600_000) };
    const findings = await doctor(env(), { time: world.time, machine });
    expect(named(findings, 'clock')).toMatchObject({
      state: 'bad',
      what: { en: expect.stringMatching(/differ by (599\.\d|600\.\d) s/) },
      mend: { en: expect.stringContaining('NTP') },
    });
  });

  it('a schema of another version', async () => {
    await world.behind.query(
      `insert into migration ("timestamp", name) values (1999999999999, 'Later1999999999999')`,
    );
    expect(await says('migrations')).toEqual(['bad', expect.stringContaining('newer version')]);
    await world.behind.query(`delete from migration where name like 'Later%'`);
    const [gone] = await world.behind.query<object[]>(
      'select * from migration order by id desc limit 1',
    );
    await world.behind.query('delete from migration where id = $1', [(gone as { id: number }).id]);
    expect(await says('migrations')).toEqual(['look', '1 migrations are still to run']);
    const { timestamp, name } = gone as { timestamp: string; name: string };
    await world.behind.query('insert into migration ("timestamp", name) values ($1, $2)', [
      timestamp,
      name,
    ]);
  });

  it('timers that nobody fires, and mails that were given up', async () => {
    world.time.advance({ hours: 24 * 30 });
    expect(await says('timers')).toEqual(['bad', expect.stringMatching(/is \d+ s late/)]);
    world.time.advance({ hours: -24 * 30 });
    await world.behind.query(
      `update outbox set state = 'dead' where id = (select min(id) from outbox)`,
    );
    expect(await says('outbox')).toEqual(['look', '1 mails were given up']);
    await world.behind.query(`update outbox set state = 'sent' where state = 'dead'`);
  });

  it('a log that is ahead of its server', async () => {
    const shift = (by: string) =>
      world.behind.query(`update complaint_event set xid = xid ${by} 1000000000`);
    await shift('+');
    expect(await says('log')).toEqual(['bad', expect.stringContaining('ahead of this server')]);
    await shift('-');
  });

  it('attachments that are missing, and files that nothing names', async () => {
    const [row] = await world.behind.query<{ sha256: string }[]>('select sha256 from attachment');
    const file = attachmentPath(world.config.dataDir, row!.sha256);
    await copyFile(file, join(folder, 'photo'));
    await rm(file);
    expect(await says('files')).toEqual([
      'bad',
      expect.stringContaining('1 attachments are missing'),
    ]);
    await copyFile(join(folder, 'photo'), file);
    const orphan = attachmentPath(world.config.dataDir, 'ab'.repeat(32));
    await mkdir(join(orphan, '..'), { recursive: true });
    await writeFile(orphan, 'x');
    expect((await says('orphans'))[0]).toBe('good');
    await utimes(orphan, 0, 0);
    expect(await says('orphans')).toEqual(['look', expect.stringContaining('1 files')]);
    await rm(orphan);
  });

  it('that the last backup failed or is old, and a folder for backups that is none', async () => {
    const backups = { BACKUP_DIR: join(folder, 'backups') };
    expect((await says('backup', backups))[0]).toBe('good');
    await world.behind.query(
      `insert into backup_run (started_at, ended_at, file, missing, failure)
       values (now() + interval '1 minute', now(), 'x', 0, 'ENOSPC')`,
    );
    expect(await says('backup', backups)).toEqual(['bad', 'the last backup failed']);
    expect((await says('backup'))[0]).toBe('look');
    await world.behind.query(`delete from backup_run where failure is not null`);
    await writeFile(join(folder, 'no-folder'), '');
    const wrong = { BACKUP_DIR: join(folder, 'no-folder') };
    expect((await says('backup-folder', wrong))[0]).toBe('bad');
  });

  describe('others that do not answer', () => {
    let silent: Server;
    let port: number;

    beforeAll(async () => {
      // Takes connections and closes them.
      silent = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      ({ port } = silent.address() as AddressInfo);
    });
    afterAll(() => void silent.close());

    it('mail server, scanner, Redis, gateway', async () => {
      const findings = await examined({
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        CLAMD_HOST: '127.0.0.1:1',
        REDIS_URL: 'redis://127.0.0.1:1',
        SMS_GATEWAY_URL: `http://127.0.0.1:${port}/sms`,
      });
      const states = ['smtp', 'clamav', 'redis', 'sms'].map((name) => named(findings, name)?.state);
      expect(states).toEqual(['bad', 'bad', 'bad', 'good']);
    });

    it('a port that somebody has', async () => {
      expect(await says('program', { PORT: String(port) })).toEqual([
        'bad',
        expect.stringContaining('EADDRINUSE'),
      ]);
    });
  });
});

describe('the command', () => {
  const run = promisify(execFile);
  const command = (changes: Record<string, string>, ...args: string[]) =>
    run(process.execPath, [join(projectRoot(), 'dist', 'src', 'cli.js'), 'doctor', ...args], {
      env: { PATH: process.env['PATH'], ...env(changes) },
    });

  it('ends with 1 when something must be mended; prints JSON', async () => {
    const outcome = await command({ REDIS_URL: 'redis://127.0.0.1:1' }, '--json').catch(
      (error: unknown) => error,
    );
    const { code, stdout } = outcome as { code: number; stdout: string };
    expect(code).toBe(1);
    const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: Finding[] };
    expect(ok).toBe(false);
    expect(named(findings, 'redis')?.state).toBe('bad');
  });

  it('says each finding in one line, and how to mend it below, Vietnamese first', () => {
    const what = { vi: 'hỏng', en: 'broken' };
    const mend = { vi: 'sửa', en: 'mend' };
    expect(linesOf({ name: 'disk', state: 'bad', what, mend })).toEqual([
      '✗ disk: hỏng / broken',
      '    → sửa',
      '    → mend',
    ]);
  });
});
