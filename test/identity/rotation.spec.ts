import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import type { progress } from '../../src/cli/progress.js';
import { rotateIdentityKey } from '../../src/cli/rotate-identity-key.js';
import { FilerRow } from '../../src/complaints/filer.entity.js';
import { Identities } from '../../src/complaints/identities.js';
import { addKey } from '../../src/complaints/identity-keys.js';
import { newIdentityKey, parseKeys } from '../../src/platform/sealing/identity-key.js';
import { Keyring } from '../../src/platform/sealing/keyring.js';
import { caseIdOf } from '../world/complaints.js';
import { openSource } from '../world/database.js';
import { World } from '../world/world.js';
import { copiesOf, filingOf, who } from './support/matters.js';

/** More than two batches. */
const COUNT = 450;

let world: World;
let source: DataSource;
let identities: Identities;
let desk: Parameters<typeof rotateIdentityKey>[0];

beforeEach(async () => {
  world = await World.start();
  source = await openSource(world.database.address);
  identities = world.app.get(Identities, { strict: false });
  desk = { config: world.config, source, signal: new AbortController().signal };
  await world.anyone.files(filingOf('NORMAL'));
}, 60_000);
afterEach(async () => {
  await source.destroy();
  await world.stop();
});

const quiet: typeof progress = () => ({ at: () => undefined, end: () => undefined });
const rotate = (options = {}, show = quiet) => rotateIdentityKey(desk, options, show);
const keysInFile = async () =>
  (parseKeys(await readFile(world.config.identityKeysFile, 'utf8')) ?? []).map(({ id }) => id);

const ids = async (sql: string) =>
  (await world.behind.query<{ id: string }[]>(sql)).map(({ id }) => id);
const keysOfRows = () => ids('select distinct key as id from filer order by 1');
const keysKnown = () => ids('select id from identity_key order by 1');

/** Identities of many complaints, sealed by the running program. */
async function many(): Promise<void> {
  const made = await copiesOf(world, COUNT);
  const filer = { type: 'person' as const, ...who, device: null };
  const rows = made.map((id) => identities.seal(id, { ...filer, name: `Người ${id}` }));
  await world.behind.manager.insert(FilerRow, rows);
}

/** Everybody is who they were. */
async function expectAllOpen(): Promise<void> {
  for (const row of await world.behind.manager.find(FilerRow)) {
    const { name } = await identities.unseal(row);
    expect([who.name, `Người ${row.complaintId}`]).toContain(name);
  }
}

describe('rotating the key of identities', () => {
  it('seals every row anew and takes the old key away, beside a running program', async () => {
    await many();
    const [old] = await keysInFile();
    const marks = await ids('select distinct contact_phone as id from filer');
    const done = await rotate();
    expect(done).toEqual({
      present: expect.stringMatching(/^[0-9a-f]{8}$/),
      resealed: COUNT + 1,
      unused: [old],
      finished: true,
    });
    for (const kept of [await keysInFile(), await keysOfRows(), await keysKnown()])
      expect(kept).toEqual([done.present]);
    expect(done.present).not.toBe(old);
    expect((await stat(world.config.identityKeysFile)).mode & 0o777).toBe(0o600);
    expect(await ids('select distinct contact_phone as id from filer')).not.toEqual(marks);
    await expectAllOpen();
    const { code } = await world.anyone.files(filingOf('NORMAL'));
    const seen = await (await world.operator()).sees(await caseIdOf(world, code));
    expect(seen.filer).toMatchObject(who);
    expect(await keysOfRows()).toEqual([done.present]);
  });

  it('loses no filing that goes on meanwhile', async () => {
    await many();
    const codes: string[] = [];
    const filing = { over: false };
    const filers = Array.from({ length: 6 }, async () => {
      while (!filing.over) codes.push((await world.anyone.files(filingOf('NORMAL'))).code);
    });
    const first = await rotate();
    const second = await rotate();
    const before = codes.length;
    expect(before).toBeGreaterThan(0);
    filing.over = true;
    await Promise.all(filers);
    expect(first.present).not.toBe(second.present);
    for (const kept of [await keysInFile(), await keysOfRows(), await keysKnown()])
      expect(kept).toEqual([second.present]);
    expect(await ids('select complaint_id as id from filer')).toHaveLength(
      COUNT + 1 + codes.length,
    );
    await expectAllOpen();
  });

  it('is refused by the database to whoever seals with a key that was taken away', async () => {
    const [old] = await world.behind.manager.find(FilerRow);
    await rotate();
    const late = world.behind.manager.update(
      FilerRow,
      { complaintId: old!.complaintId },
      { key: old!.key, sealed: old!.sealed },
    );
    await expect(late).rejects.toMatchObject({ constraint: 'filer_key_known' });
  });

  it.each([
    ['before the first batch', 0],
    ['after the first batch', 1],
    ['after the second batch', 2],
  ])('goes on where it was killed: %s', async (_, batches) => {
    await many();
    const [old] = await keysInFile();
    let at = 0;
    const dies = () => {
      if (at++ === batches) throw new Error('killed');
    };
    const killed = () => {
      dies();
      return { at: dies, end: () => undefined };
    };
    await expect(rotate({}, killed)).rejects.toThrow('killed');
    const halfway = await keysInFile();
    expect(halfway).toHaveLength(2);
    expect(halfway[1]).toBe(old);
    await expectAllOpen();
    const done = await rotate();
    const left = COUNT + 1 - batches * 200;
    expect(done).toEqual({ present: halfway[0], resealed: left, unused: [old], finished: true });
    for (const kept of [await keysInFile(), await keysOfRows(), await keysKnown()])
      expect(kept).toEqual([done.present]);
    await expectAllOpen();
  });

  it('stops between batches when it is told to', async () => {
    await many();
    const stopping = new AbortController();
    desk = { ...desk, signal: stopping.signal };
    const done = await rotate({}, () => ({ at: () => stopping.abort(), end: () => undefined }));
    expect(done).toMatchObject({ resealed: 200, unused: [], finished: false });
    expect(await keysInFile()).toHaveLength(2);
  });

  it('leaves old keys in the file when asked to, and seals nothing with them', async () => {
    const [old] = await keysInFile();
    const done = await rotate({ keepOld: true });
    expect(await keysInFile()).toEqual([done.present, old]);
    expect(done.unused).toEqual([old]);
    expect(await keysKnown()).toEqual([done.present]);
    await world.anyone.files(filingOf('NORMAL'));
    expect(await keysOfRows()).toEqual([done.present]);
  });

  it('seals with the first key of the environment, and says which may go', async () => {
    await many();
    const [old] = (await Keyring.open(world.config)).all;
    const fresh = newIdentityKey();
    const config = { ...world.config, identityKeys: [fresh, old!] as const };
    const done = await rotateIdentityKey({ ...desk, config: { ...config } }, {}, quiet);
    expect(done).toMatchObject({ present: fresh.id, resealed: COUNT + 1, unused: [old!.id] });
    expect(await keysOfRows()).toEqual([fresh.id]);
    // Programs that have not heard of the new key yet can still take filings in.
    expect((await keysKnown()).toSorted()).toEqual([fresh.id, old!.id].toSorted());
    await world.anyone.files(filingOf('NORMAL'));
    expect(await keysInFile()).toEqual([old!.id]);
  });

  it('names the row that no key opens, and takes its key not away', async () => {
    const [row] = await world.behind.manager.find(FilerRow);
    const { complaintId, key, sealed } = row!;
    const broken = `v1.${key}.${'A'.repeat(16)}.${'A'.repeat(22)}`;
    await world.behind.manager.update(FilerRow, { complaintId }, { sealed: broken });
    await expect(rotate()).rejects.toThrow(
      `The identity of complaint ${complaintId} opens with no key`,
    );
    expect(await keysInFile()).toContain(key);
    await world.behind.manager.update(FilerRow, { complaintId }, { sealed });
    expect(await rotate()).toMatchObject({ resealed: 1, finished: true, unused: [key] });
  });

  it('does not run twice at once', async () => {
    const other = source.createQueryRunner();
    await other.query('select pg_advisory_lock(7318002)');
    await expect(rotate()).rejects.toThrow(/Another rotation/);
    await other.query('select pg_advisory_unlock(7318002)');
    await other.release();
    await rotate();
  });

  it('takes away names of keys that a killed rotation never wrote', async () => {
    await addKey(world.behind.manager, 'never-written');
    const { present } = await rotate();
    expect(await keysKnown()).toEqual([present]);
  });
});
