import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealManifest } from '../../src/platform/backup/archive-seal.js';
import type { Made } from '../../src/platform/backup/keep-backup.js';
import type { Manifest } from '../../src/platform/backup/manifest.js';
import { restore } from '../../src/platform/backup/restore.js';
import type { Config } from '../../src/platform/config/config.js';
import { openSecretKey } from '../../src/platform/config/secret-key.js';
import { programRole } from '../../src/platform/database/rights.js';
import { Keyring } from '../../src/platform/sealing/keyring.js';
import { sha256 } from '../../src/platform/sha256.js';
import { filesWith, jpeg } from '../stories/support/files.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { changed, repack, unpack, type Entry } from './support/archives.js';
import {
  ask,
  backUpTo,
  bareConfig,
  emptyDatabase,
  restoreFrom,
  scratch,
} from './support/backups.js';

let world: World;
let folder: string;
let clear: () => Promise<void>;
let made: Made;
let entries: Entry[];
let database: { url: string; drop(): Promise<void> };
let config: Config;

beforeAll(async () => {
  world = await World.start();
  ({ folder, clear } = await scratch());
  await filesWith(world, streetLight({ filer: { phone: '0912345678' } }), [
    { name: 'a.jpg', content: jpeg },
  ]).expect(201);
  made = await backUpTo(world, folder);
  entries = await unpack(made.file);
  database = await emptyDatabase('never_restored');
  await ask(database.url, 'create table public.theirs (what text)');
  config = await bareConfig(folder, { DATABASE_URL: database.url });
}, 60_000);

afterAll(async () => {
  await world.stop();
  await database.drop();
  await clear();
});

/** Vietnamese, then English; the database and the data folder are as they were. */
async function refuses(file: string, why: RegExp, given = config): Promise<void> {
  const refused = restoreFrom(given, file);
  await expect(refused).rejects.toThrow(why);
  await expect(refused).rejects.toThrow(
    /[ạảấầẩậắằẳặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ].* \/ [A-Z/]/i,
  );
  await untouched();
}

async function untouched(): Promise<void> {
  const tables = await ask<{ at: string }>(
    database.url,
    `select n.nspname || '.' || c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$'`,
  );
  expect(tables).toEqual([{ at: 'public.theirs' }]);
  for (const name of ['attachments', 'identity.keys'])
    expect(existsSync(join(config.dataDir, name))).toBe(false);
}

const write = async (name: string, content: Buffer) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

const forged = (name: string, change: (entries: Entry[]) => Entry[]) =>
  repack(join(folder, name), change(entries));

const isRows = (name: string) => name === 'tables/complaint/000001.copy';
const otherWords = (content: Buffer) =>
  Buffer.from(content.toString().replace('không sáng', 'vẫn  sáng'));

describe('restore refuses, before anything is touched,', () => {
  it('an archive that is cut anywhere', async () => {
    const whole = await readFile(made.file);
    const lengths = [0, 1, 20, 300, whole.length >> 1, whole.length - 9, whole.length - 1];
    for (const length of lengths)
      await refuses(
        await write('cut.tar.gz', whole.subarray(0, length)),
        /is no backup of|is cut or damaged/,
      );
  });

  it('one whose last entries are missing', async () => {
    for (const left of [1, 2, entries.length - 1])
      await refuses(await forged('short.tar.gz', (all) => all.slice(0, left)), /is cut or damaged/);
  });

  it('one with a changed byte', async () => {
    const whole = await readFile(made.file);
    for (let at = 20; at < whole.length; at += Math.ceil(whole.length / 25)) {
      const copy = Buffer.from(whole);
      copy[at] = copy[at]! ^ 0x10;
      await refuses(
        await write('bit.tar.gz', copy),
        /is cut or damaged|is not as it was made|is no backup/,
      );
    }
  });

  it('one in which somebody has changed a row, or a photo', async () => {
    await refuses(
      await forged('row.tar.gz', (all) => changed(all, isRows, otherWords)),
      /is not as it was made \(tables\/complaint\)/,
    );
    const isFile = (name: string) => name.startsWith('attachments/');
    await refuses(
      await forged('photo.tar.gz', (all) => changed(all, isFile, () => randomBytes(100))),
      /is not as it was made \(attachments\//,
    );
  });

  it('one whose checksums were made anew without the secret key', async () => {
    const rows = otherWords(entries.find(({ name }) => isRows(name))!.content);
    const sums = (content: Buffer) => {
      const { seal, manifest } = JSON.parse(content.toString()) as {
        seal: string;
        manifest: Manifest;
      };
      manifest.tables.find(({ name }) => name === 'complaint')!.parts = [
        { bytes: rows.length, sha256: sha256(rows) },
      ];
      return Buffer.from(JSON.stringify({ seal, manifest }));
    };
    await refuses(
      await forged('sums.tar.gz', (all) =>
        changed(
          changed(all, isRows, () => rows),
          (name) => name === 'manifest.json',
          sums,
        ),
      ),
      /is not as it was made \(manifest\.json\)/,
    );
  });

  it('one with an entry more, in another order, or of a name that no backup has', async () => {
    const [heading, first, ...rest] = entries as [Entry, Entry, ...Entry[]];
    const strange: Entry = { name: '../../etc/passwd', content: Buffer.from('x') };
    await refuses(
      await forged('order.tar.gz', () => [heading, rest[0]!, first, ...rest.slice(1)]),
      /is not as it was made/,
    );
    await refuses(
      await forged('twice.tar.gz', (all) => [...all, all.at(-1)!]),
      /is cut or damaged/,
    );
    await refuses(
      await forged('strange.tar.gz', (all) => [...all.slice(0, -1), strange, all.at(-1)!]),
      /is cut or damaged/,
    );
  });

  it('what is no backup at all', async () => {
    await refuses(await write('noise', randomBytes(5000)), /is no backup of/);
    await refuses(await write('text.txt', Buffer.from('select 1;')), /is no backup of/);
    await refuses(
      await repack(join(folder, 'other.tar.gz'), [{ name: 'README', content: Buffer.from('x') }]),
      /is no backup of/,
    );
    await refuses(join(folder, 'nowhere.tar.gz'), /cannot be read/);
  });

  it('one of a newer version', async () => {
    const secretKey = await openSecretKey(config.secretKeyFile);
    const migrations = [...made.manifest.migrations, 'Later1999999999999'];
    const later = { ...made.manifest, program: '9.9.9', migrations };
    await refuses(
      await forged('newer.tar.gz', (all) =>
        all.map(({ name, content }) => ({
          name,
          content: name === 'manifest.json' ? sealManifest(secretKey, later) : content,
        })),
      ),
      /was made by a newer version \(9\.9\.9\)/,
    );
  });

  it('one of another installation: another secret key, another city, none at all', async () => {
    const other = await bareConfig(folder, { DATABASE_URL: database.url });
    const otherKey = { ...other, secretKeyFile: join(other.dataDir, 'other.key') };
    await refuses(made.file, /There is no secret key at/, otherKey);
    await openSecretKey(otherKey.secretKeyFile);
    await refuses(made.file, /made with the secret key [0-9a-f]{12}, here is the key/, otherKey);
    await refuses(made.file, /is of the city hanoi, here CITY is hue/, { ...config, city: 'hue' });
  });

  it('one whose identities could not be opened here', async () => {
    const { present } = await Keyring.open({
      identityKeys: undefined,
      identityKeysFile: join(folder, 'another.keys'),
    });
    await refuses(made.file, /identity keys [0-9a-f]+ that the backup needs are missing/, {
      ...config,
      identityKeys: [present],
    });
  });
});

describe('restore', () => {
  it('takes nothing when the archive becomes another one after it was checked', async () => {
    const file = await forged('late.tar.gz', (all) => changed(all, isRows, otherWords));
    const secretKey = await openSecretKey(config.secretKeyFile);
    const target = {
      address: { url: database.url, schema: config.databaseSchema },
      role: programRole(secretKey),
      dataDir: await bareConfig(folder).then(({ dataDir }) => dataDir),
      replace: false,
    };
    const handle = await open(file, 'r');
    try {
      const nothing = async () => undefined;
      await expect(
        restore(handle, file, made.manifest, target, () => undefined, nothing),
      ).rejects.toThrow(/is not as it was made \(tables\/complaint\)/);
    } finally {
      await handle.close();
    }
    await untouched();
  });

  it('waits for no program that is at work there', async () => {
    // The stories' program is at work on its own database, under the role of the same secret key.
    const there = await bareConfig(folder, { DATABASE_URL: world.database.owner.url });
    await expect(restoreFrom(there, made.file, true)).rejects.toThrow(/A program is at work/);
    expect(await world.behind.query('select from complaint')).toHaveLength(1);
  });
});
