import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesWith, pdf } from '../stories/support/files.js';
import { keptFiles } from '../stories/support/stored.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

const BYTES = 1024 * 1024;

/** A disk of its own for the files, small enough to be full; only root may have one. */
function mount(path: string): boolean {
  const options = ['-t', 'tmpfs', '-o', `size=${BYTES}`, 'tmpfs', path];
  return spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
}
const unmount = (path: string) => spawnSync('umount', ['--lazy', path], { stdio: 'ignore' });

// Not even root may in many containers: the case is left out there.
const trial = mkdtempSync(join(tmpdir(), 'dau-moi-disk-'));
const mayMount = mount(trial);
if (mayMount) unmount(trial);
rmdirSync(trial);

let world: World;
let folder: string;

beforeAll(async () => {
  world = await World.start();
  folder = join(world.config.dataDir, 'attachments');
  if (mayMount && mount(folder)) await mkdir(join(folder, 'arriving'));
}, 60_000);

afterAll(async () => {
  if (mayMount) unmount(folder);
  await world.stop();
});

const complaints = async () => {
  const [row] = await world.behind.query<{ n: string }[]>('select count(*) n from complaint');
  return Number(row?.n);
};

(mayMount ? describe : describe.skip)('a full disk for files', () => {
  it('is told with the word to come back, and leaves nothing half done', async () => {
    const filler = join(folder, 'filler');
    await writeFile(filler, Buffer.alloc(2 * BYTES)).catch(() => undefined);
    const send = () => filesWith(world, streetLight(), [{ name: 'a.pdf', content: pdf }]);
    const refused = await send();
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe('service.unavailable');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await complaints()).toBe(0);
    expect(await readdir(join(folder, 'arriving'))).toEqual([]);
    // What brings no file needs no room.
    await world.anyone.files(streetLight());

    await rm(filler);
    expect((await send()).status).toBe(201);
    expect(await keptFiles(world)).toHaveLength(1);
    expect(await complaints()).toBe(2);
  }, 60_000);
});
