import { describe, expect, it, beforeAll, afterAll } from '@jest/globals';
import { join } from 'node:path';
import { MigrationExecutor } from 'typeorm';
import { backUp } from '../../src/platform/backup/back-up.js';
import { restoringSource } from '../../src/platform/backup/empty-schema.js';
import { inOrder } from '../../src/platform/backup/schema-facts.js';
import { openSecretKey } from '../../src/platform/config/secret-key.js';
import { migrations } from '../../src/platform/database/migrations/list.js';
import { Keyring } from '../../src/platform/sealing/keyring.js';
import { ask, bareConfig, emptyDatabase, restoreFrom, scratch } from './support/backups.js';

const OLDER = migrations.filter(({ name }) => !/17956\d+$/.test(name));

let folder: string;
let clear: () => Promise<void>;
let old: { url: string; drop(): Promise<void> };
let target: { url: string; drop(): Promise<void> };

beforeAll(async () => {
  ({ folder, clear } = await scratch());
  old = await emptyDatabase('of_an_older_version');
  target = await emptyDatabase('of_this_version');
});
afterAll(async () => {
  await old.drop();
  await target.drop();
  await clear();
});

/** A database as a version left it that knew fewer migrations, with an account in it. */
async function leaveOld(): Promise<void> {
  const address = { url: old.url, schema: 'dau_moi' };
  const names = OLDER.map(({ name }) => name);
  const source = await restoringSource(address, names).initialize();
  await source.query('create schema dau_moi');
  await new MigrationExecutor(source).executePendingMigrations();
  await source.query(
    `insert into staff (id, login, name, role, agency, email, password_hash)
     values (gen_random_uuid(), 'cu', 'Người cũ', 'operator', null, null, 'x')`,
  );
  await source.destroy();
}

describe('an archive of an older version', () => {
  it('is restored as that version had it, then brought up to this one', async () => {
    await leaveOld();
    const config = await bareConfig(folder, { DATABASE_URL: target.url });
    const file = join(folder, 'older.tar.gz');
    const subject = {
      url: old.url,
      schema: 'dau_moi',
      dataDir: config.dataDir,
      city: 'hanoi',
      program: '0.0.9',
      secretKey: await openSecretKey(config.secretKeyFile),
      keyring: await Keyring.open(config),
    };
    const manifest = await backUp(subject, file, new Date(), () => undefined);
    expect(manifest.migrations).toHaveLength(OLDER.length);
    expect(OLDER.length).toBeLessThan(migrations.length);
    await restoreFrom(config, file);
    const [row] = await ask<{ login: string }>(target.url, 'select login from staff');
    expect(row).toEqual({ login: 'cu' });
    const there = await ask<{ name: string }>(target.url, 'select name from migration order by 1');
    expect(there.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name).toSorted());
  }, 60_000);
});

describe('the order in which tables are filled', () => {
  const table = (name: string, ...needs: string[]) => ({ name, needs });

  it('has what is pointed at first', () => {
    const given = [table('a', 'b', 'c'), table('b', 'c'), table('c'), table('d')];
    expect(inOrder(given).map(({ name }) => name)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('does not count on what is left out, and knows a ring', () => {
    expect(inOrder([table('a', 'elsewhere')])).toHaveLength(1);
    expect(() => inOrder([table('a', 'b'), table('b', 'a')])).toThrow(/ring/);
  });
});
