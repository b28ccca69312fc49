import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Identities } from '../../src/complaints/identities.js';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import {
  formatKeys,
  identityKey,
  newIdentityKey,
} from '../../src/platform/sealing/identity-key.js';
import { prepareDatabase } from '../../src/start/prepare-database.js';
import { World } from '../world/world.js';
import { copiesOf, filingOf } from './support/matters.js';

let world: World;
let folder: string;

beforeAll(async () => {
  world = await World.start();
  folder = await mkdtemp(join(tmpdir(), 'dau-moi-start-'));
  await world.anyone.files(filingOf('NORMAL'));
}, 60_000);
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const silent = { supervise: false, say: () => undefined };

/** A start on the world's database, with other settings. */
async function start(env: Record<string, string>): Promise<Config> {
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: world.database.owner.url, ...env });
  const database = await prepareDatabase(config, silent);
  await database.stop();
  return config;
}

const rows = <T = Record<string, unknown>>(sql: string) => world.behind.query<T[]>(sql);

describe('a start', () => {
  it('goes on with the keys that sealed what is there', async () => {
    await start({ IDENTITY_KEYS_FILE: world.config.identityKeysFile });
  });

  it('is refused with a key file of its own, and registers nothing', async () => {
    const before = await rows('select * from identity_key');
    const other = join(folder, 'other.keys');
    for (const _ of [1, 2])
      await expect(start({ IDENTITY_KEYS_FILE: other })).rejects.toMatchObject({
        name: 'StartError',
        exitCode: 78,
        message: expect.stringContaining('Identities are sealed with the key'),
      });
    expect(await rows('select * from identity_key')).toEqual(before);
  });

  it('is refused when a key of the same name is another', async () => {
    const [{ key } = { key: '' }] = await rows<{ key: string }>('select key from filer limit 1');
    const forged = formatKeys([identityKey(key, Buffer.alloc(32, 7))]).trim();
    await expect(start({ IDENTITY_KEYS: forged })).rejects.toThrow(/missing or another/);
  });

  it('is refused before the first filing too, when others know another key', async () => {
    await world.behind.query('create table aside as select * from filer');
    await world.behind.query('delete from filer');
    const fresh = formatKeys([newIdentityKey()]).trim();
    await expect(start({ IDENTITY_KEYS: fresh })).rejects.toThrow(/other identity keys/);
    await world.behind.query('insert into filer select * from aside');
    await world.behind.query('drop table aside');
  });
});

describe('identities that were kept in plain', () => {
  const COUNT = 450;
  const env = () => ({ IDENTITY_KEYS_FILE: world.config.identityKeysFile });

  /** As the version before left them: each on a complaint of its own. */
  beforeEach(async () => {
    const ids = await copiesOf(world, COUNT);
    await world.behind.query(
      `insert into filer_plain
       select id, 'business', 'Canary ' || id, '0912345678', null from unnest($1::uuid[]) id`,
      [ids],
    );
  });

  it('are sealed at the start, each in its place, and leave nothing in plain', async () => {
    await start(env());
    expect(await rows('select * from filer_plain')).toEqual([]);
    const [file] = await rows(`select pg_relation_size('filer_plain')::int as bytes`);
    expect(file).toEqual({ bytes: 0 });
    const sealed = await rows<{ complaint_id: string; contact_phone: string }>(
      `select complaint_id, contact_phone from filer where type = 'business'`,
    );
    expect(sealed).toHaveLength(COUNT);
    expect(new Set(sealed.map((row) => row.contact_phone)).size).toBe(1);
    const identities = world.app.get(Identities, { strict: false });
    for (const { complaint_id: id } of sealed.slice(0, 20))
      expect(await identities.open(id)).toEqual({
        type: 'business',
        name: `Canary ${id}`,
        phone: '0912345678',
        email: null,
        address: null,
        device: null,
      });
  });

  it('are sealed once by two replicas that start together, and a start finds them done', async () => {
    await Promise.all([start(env()), start(env())]);
    await start(env());
    expect(await rows('select * from filer_plain')).toEqual([]);
    const [count] = await rows(`select count(*)::int as n from filer where type = 'business'`);
    expect(count).toEqual({ n: 2 * COUNT });
  });

  it('are not readable for the program', async () => {
    const [right] = await rows(
      `select has_table_privilege(rolname, 'filer_plain', 'select') as may from pg_roles
       where rolname like 'dau_moi_%' limit 1`,
    );
    expect(right).toEqual({ may: false });
  });
});
