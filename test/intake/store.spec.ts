import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { AttachmentStore } from '../../src/intake/attachment-store.js';
import { StoreSweep } from '../../src/intake/files/store-sweep.js';
import { sha256 } from '../../src/platform/sha256.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, pdf, photo, png } from '../stories/support/files.js';
import { keptFiles, stored } from '../stories/support/stored.js';
import { eventually } from '../platform/temporary.js';
import { noise } from './support/pictures.js';

const HOUR = 3_600_000;

let world: World;
let store: AttachmentStore;
beforeAll(async () => {
  world = await World.start();
  store = world.app.get(AttachmentStore, { strict: false });
}, 60_000);
afterAll(() => world.stop());

const sweep = () => world.app.get(StoreSweep, { strict: false }).sweep();

const ages = (path: string, ms: number) => {
  const at = new Date(world.time.now().getTime() - ms);
  return utimes(path, at, at);
};

async function keeps(content: string, age: number): Promise<string> {
  const hash = sha256(content);
  await mkdir(dirname(store.pathOf(hash)), { recursive: true });
  await writeFile(store.pathOf(hash), content);
  await ages(store.pathOf(hash), age);
  return hash;
}

describe('a file that no complaint names', () => {
  it('goes after a day, and none that is named', async () => {
    await filesWith(world, streetLight(), [{ name: 'a.png', content: png }]).expect(201);
    const [named = ''] = await keptFiles(world);
    await ages(store.pathOf(named), 400 * 24 * HOUR);
    const old = await keeps('old', 25 * HOUR);
    const young = await keeps('young', 23 * HOUR);
    expect(await keptFiles(world)).toEqual(expect.arrayContaining([named, old, young]));
    expect(await sweep()).toBe(1);
    expect((await keptFiles(world)).toSorted()).toEqual([named, young].toSorted());
    expect(await sweep()).toBe(0);
  });

  it('is what a filing leaves that could not be written', async () => {
    const before = await keptFiles(world);
    await world.behind.query('alter table attachment add constraint never check (false) not valid');
    await filesWith(world, streetLight(), [{ name: 'a.pdf', content: pdf }]).expect(500);
    await world.behind.query('alter table attachment drop constraint never');
    const left = sha256(pdf);
    expect((await keptFiles(world)).toSorted()).toEqual([...before, left].toSorted());
    await ages(store.pathOf(left), 25 * HOUR);
    await sweep();
    expect((await keptFiles(world)).toSorted()).toEqual(before.toSorted());
  });

  it('stays when a filing has just brought it again', async () => {
    const hash = await keeps('again', 25 * HOUR);
    expect(await store.oldFiles(hash.slice(0, 2))).toContain(hash);
    await ages(store.pathOf(hash), 0);
    expect(await store.removeOld(hash)).toBe(false);
    expect(await keptFiles(world)).toContain(hash);
    expect(await readdir(join(world.config.dataDir, 'attachments/arriving'))).toEqual([]);
  });
});

describe('what stopped arriving', () => {
  it('is removed at the next start, when it is over an hour old', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-arriving-'));
    const arriving = join(dataDir, 'attachments/arriving');
    await mkdir(arriving, { recursive: true });
    for (const [name, age] of [
      ['killed', 2 * HOUR],
      ['killed.new', 2 * HOUR],
      ['under-way', HOUR / 2],
    ] as const) {
      await writeFile(join(arriving, name), 'x');
      await ages(join(arriving, name), age);
    }
    const other = await World.start({ DATA_DIR: dataDir });
    try {
      expect(await keptFiles(other)).toEqual(['under-way']);
      other.time.advance({ hours: 1 });
      await other.app.get(StoreSweep, { strict: false }).sweep();
      expect(await keptFiles(other)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  /** Sends so much of a body, then hangs up. */
  function cutAfter(body: Buffer, length: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(world.url);
      const socket = connect(Number(port), hostname, () => {
        const head = `POST /api/complaints HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: ${body.length}\r\n\r\n`;
        socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, length)]), () => {
          socket.destroy();
        });
      });
      socket.once('close', () => resolve());
      socket.once('error', reject);
    });
  }

  const connections = () =>
    new Promise<number>((resolve) => {
      const server = world.app.getHttpServer() as Server;
      server.getConnections((_, count) => resolve(count));
    });

  it('leaves no file and no row, wherever it was cut', async () => {
    const before = await stored(world);
    const part = (disposition: string, content: Buffer | string) => [
      Buffer.from(`--cut\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ];
    const large = await noise(400, 300).jpeg().toBuffer();
    const body = Buffer.concat([
      ...part('name="complaint"', JSON.stringify(streetLight())),
      ...part('name="files"; filename="a.jpg"', large),
      ...part('name="files"; filename="b.jpg"', photo(1)),
      Buffer.from('--cut--\r\n'),
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), (length) => cutAfter(body, length)),
      { numRuns: 60 },
    );
    await eventually(async () => (await connections()) === 0, 20);
    await eventually(async () => isDeepStrictEqual(await stored(world), before), 20);
    expect(await stored(world)).toEqual(before);
  });
});
