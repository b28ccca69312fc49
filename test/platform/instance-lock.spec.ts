import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { claimInstance, runningInstance } from '../../src/platform/postgres/instance-lock.js';
import { startOf } from '../../src/platform/postgres/processes.js';
import { eventually, temporaryFolder } from './temporary.js';

const root = await temporaryFolder();
let count = 0;
let dataDir: string;
const file = () => join(dataDir, 'program.json');

beforeEach(() => {
  dataDir = join(root, String((count += 1)));
});

describe('instance lock', () => {
  it('admits one program per folder and says where the other one is', async () => {
    const first = await claimInstance(dataDir);
    await first.announce('http://127.0.0.1:3000');
    await expect(claimInstance(dataDir)).rejects.toThrow(
      /đang chạy \(http:\/\/127\.0\.0\.1:3000.* \/ Already running/,
    );
    expect(await runningInstance(dataDir)).toMatchObject({ pid: process.pid });
    await first.release();
    expect(await runningInstance(dataDir)).toBeNull();
    await (await claimInstance(dataDir)).release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('takes over from a dead program, a number used again, and a torn file', async () => {
    const pid = Number(execFileSync('/bin/sh', ['-c', 'echo $$']));
    const stale = [
      JSON.stringify({ pid, startedAt: 'boot:1', token: 'dead' }),
      JSON.stringify({ pid: process.pid, startedAt: 'boot:1', token: 'reused' }),
      '{"pid": 1',
      '',
    ];
    for (const text of stale) {
      await (await claimInstance(dataDir)).release();
      await writeFile(file(), text);
      const lock = await claimInstance(dataDir);
      expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.pid });
      await lock.release();
    }
  });

  it('lets exactly one of many take over, also when a takeover was cut short', async () => {
    await (await claimInstance(dataDir)).release();
    const dead = JSON.stringify({ pid: process.pid, startedAt: 'boot:1', token: 'dead' });
    for (let round = 0; round < 4; round += 1) {
      await writeFile(file(), dead);
      await writeFile(`${file()}.takeover`, dead);
      const claims = await Promise.allSettled(
        Array.from({ length: 8 }, () => claimInstance(dataDir)),
      );
      const won = claims.filter((claim) => claim.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
      expect(await readdir(dataDir)).toEqual([]);
    }
  });

  const withProc = existsSync('/proc/self/stat') ? it : it.skip;

  withProc('does not take a zombie for a living program', async () => {
    // The shell becomes a sleep, which never collects the child.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const zombie = Number(line.toString());
      const state = () => readFile(`/proc/${zombie}/stat`, 'utf8');
      await eventually(async () => (await state()).includes(') Z '));
      expect(startOf(zombie)).toBeNull();
    } finally {
      parent.kill('SIGKILL');
    }
  });
});
