import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once, type EventEmitter } from 'node:events';
import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Heard } from '../../src/cli/demo/watch.js';
import { backup } from '../../src/cli/backup.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { problemsOf } from '../cli/desk.js';
import { Program } from '../chaos/program.js';
import { digestOfKept } from '../stories/support/stored.js';
import { filesWith, jpeg } from '../stories/support/files.js';
import { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { cluster } from '../world/database.js';
import { World } from '../world/world.js';
import {
  ask,
  backUpTo,
  bareConfig,
  databaseOfPlainOwner,
  emptyDatabase,
  namesIn,
  quiet,
  restoreFrom,
  scratch,
} from './support/backups.js';
import { debian, startDebian } from './support/debian.js';
import type { Made } from '../../src/platform/backup/keep-backup.js';

const FILED_MEANWHILE = 40;

let world: World;
let folder: string;
let clear: () => Promise<void>;
let made: Made;
/** Answered, with a photo and a filer. */
let code: string;
let id: string;
let photo: string;
/** Acknowledged before the backup began. */
const before: string[] = [];

const filer = { name: 'Nguyễn Thị Sao', phone: '0912345678' };

async function file(): Promise<string> {
  return (await world.anyone.files(streetLight())).code;
}

beforeAll(async () => {
  world = await World.start();
  ({ folder, clear } = await scratch());
  // The embedded PostgreSQL of another installation walks through it.
  await chmod(folder, 0o711);
  const receipt = await filesWith(world, streetLight({ filer }), [
    { name: 'đèn.jpg', content: jpeg },
  ]).expect(201);
  ({ code } = receipt.body as { code: string });
  id = await caseIdOf(world, code);
  const head = await world.head('HAPULICO');
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  await head.does(id, 'answer', answer);
  await (await world.operator()).does(id, 'publish');
  const [row] = await world.behind.query<{ sha256: string }[]>('select sha256 from attachment');
  photo = row!.sha256;
  for (let count = 0; count < 5; count += 1) before.push(await file());
  const filing = (async () => {
    for (let count = 0; count < FILED_MEANWHILE; count += 1) await file();
  })();
  made = await backUpTo(world, folder);
  await filing;
}, 120_000);

afterAll(async () => {
  await world.stop();
  await clear();
});

const countOf = (manifest: Made['manifest'], table: string) =>
  manifest.tables.find(({ name }) => name === table)?.rows;

describe('backup', () => {
  it('is one file of its owner alone, with a name by city and time, and nothing beside it', async () => {
    expect(await namesIn(folder)).toEqual([
      expect.stringMatching(/^dau-moi-hanoi-\d{8}T\d{6}Z\.tar\.gz$/),
    ]);
    const { mode, size } = await stat(made.file);
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBe(made.bytes);
  });

  it('holds neither the secret key, nor an identity in plain, nor who is signed in', async () => {
    const whole = execFileSync('tar', ['-xzOf', made.file], { maxBuffer: 1 << 28 });
    const secret = (await readFile(join(cluster.dataDir, 'secret.key'), 'utf8')).trim();
    const keys = (await readFile(join(world.config.dataDir, 'identity.keys'), 'utf8')).trim();
    for (const hidden of [secret, keys.split(':')[1]!, filer.name, filer.phone])
      expect(whole.includes(hidden)).toBe(false);
    expect(made.manifest.tables.map(({ name }) => name)).not.toContain('session');
  });

  it('is on record, for the metrics and whoever looks after it', async () => {
    const [row] = await world.behind.query<object[]>('select * from backup_run');
    expect(row).toMatchObject({ bytes: String(made.bytes), missing: 0, failure: null });
  });

  it('is refused where a file is already there', async () => {
    await expect(backUpTo(world, made.file)).rejects.toThrow(/already there/);
  });
});

/** How many events a live view tells that begins at the beginning, each complaint's in their order. */
async function toldFromTheBeginning(url: string, cookie: string): Promise<number> {
  const options = { transports: ['websocket'], extraHeaders: { cookie }, auth: { since: 0 } };
  const socket = io(`${url}/staff`, options);
  const numbers = new Map<string, number>();
  let told = 0;
  socket.on('event', ({ complaintId, summary }: Heard) => {
    expect(summary.number).toBe((numbers.get(complaintId) ?? 0) + 1);
    numbers.set(complaintId, summary.number);
    told += 1;
  });
  await once(socket as unknown as EventEmitter, 'ready');
  socket.disconnect();
  return told;
}

describe('restore into an embedded cluster of another installation', () => {
  it('brings every row, the photo, the keys of identities and the order of the log; the program goes on', async () => {
    const config = await bareConfig(folder);
    const { manifest, verified } = await restoreFrom(config, made.file);
    expect(verified).toMatchObject({ problems: 0, complaints: countOf(manifest, 'complaint') });
    expect(await digestOfKept({ config } as World, photo)).toBe(photo);
    const program = await Program.start({
      DATA_DIR: config.dataDir,
      SECRET_KEY_FILE: config.secretKeyFile,
      WORKERS: 'off',
    });
    try {
      const operator = new Api(program.url);
      await operator.signIn('truc.tong.dai.1', DEMO_PASSWORD);
      const [there, here] = [await operator.sees(id), await (await world.operator()).sees(id)];
      expect(there.timeline).toEqual(here.timeline);
      expect(there.filer).toEqual(here.filer);
      expect(there.filer).toMatchObject(filer);
      for (const one of before) await operator.tracks(one);
      const served = await operator.get(`/api/cases/${id}/attachments/${there.attachments[0]!.id}`);
      expect(served.status).toBe(200);
      expect(await toldFromTheBeginning(program.url, operator.cookie)).toBe(
        countOf(manifest, 'complaint_event'),
      );
      // New events come after the restored ones, in the order in which the log is followed.
      const { code: next } = await operator.files(streetLight());
      const postgres = JSON.parse(
        await readFile(join(config.dataDir, 'postgres.json'), 'utf8'),
      ) as { port: number; password: string };
      const url = `postgres://postgres:${postgres.password}@127.0.0.1:${postgres.port}/dau_moi`;
      const [last] = await ask<{ code: string }>(
        url,
        `select c.code from complaint_event e join complaint c on c.id = e.complaint_id
         where e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         order by e.xid desc, e.seq desc limit 1`,
      );
      expect(last?.code).toBe(next);
    } finally {
      await program.stop();
    }
  }, 120_000);
});

describe('restore into a server', () => {
  it('asks for an empty database, unless everything there is to be replaced', async () => {
    const database = await emptyDatabase('restored_twice');
    try {
      const config = await bareConfig(folder, { DATABASE_URL: database.url });
      const first = await restoreFrom(config, made.file);
      await ask(database.url, `delete from message`);
      await expect(restoreFrom(config, made.file)).rejects.toThrow(/already holds data/);
      expect(await ask(database.url, 'select from message')).toEqual([]);
      const again = await restoreFrom(config, made.file, true);
      expect(again).toEqual(first);
      const messages = await ask(database.url, 'select from message');
      expect(messages).toHaveLength(countOf(made.manifest, 'message')!);
    } finally {
      await database.drop();
    }
  }, 60_000);

  it('works for an owner who is no superuser; what is backed up there is the same again', async () => {
    const database = await databaseOfPlainOwner('of_a_plain_owner');
    try {
      const config = await bareConfig(folder, { DATABASE_URL: database.url });
      await restoreFrom(config, made.file);
      const again = await backup(config, { to: join(config.dataDir, 'again.tar.gz') }, quiet);
      const { tables, files, identityKeys } = made.manifest;
      expect(again?.manifest).toMatchObject({ tables, files, identityKeys, missing: [] });
    } finally {
      await database.drop();
    }
  }, 60_000);

  (debian ? it : it.skip)(
    'takes another version of PostgreSQL',
    async () => {
      const server = await startDebian(debian!.bin, folder);
      try {
        const config = await bareConfig(folder, { DATABASE_URL: server.url });
        const { manifest, verified } = await restoreFrom(config, made.file);
        expect(verified).toMatchObject({ problems: 0, complaints: countOf(manifest, 'complaint') });
        const [row] = await ask<{ version: string; text: string }>(
          server.url,
          `select current_setting('server_version_num') as version, text from complaint where code = '${code}'`,
        );
        expect(Number(row?.version)).toBeLessThan(manifest.postgres * 10_000);
        expect(row?.text).toBe(streetLight().text);
      } finally {
        await server.stop();
      }
    },
    120_000,
  );
});

describe('what was backed up', () => {
  it('goes on, and is as its log says', async () => {
    expect(await problemsOf(world.behind)).toEqual([]);
    const [row] = await world.behind.query<{ count: number }[]>(
      'select count(*)::int as count from complaint',
    );
    expect(row!.count).toBe(1 + before.length + FILED_MEANWHILE);
    expect(countOf(made.manifest, 'complaint')).toBeGreaterThanOrEqual(1 + before.length);
  });
});
