import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup } from '../../src/cli/backup.js';
import { Backups } from '../../src/platform/backup/backups.js';
import { superfluous } from '../../src/platform/backup/names.js';
import { concernOf, isDue, lastMoment, type Standing } from '../../src/platform/backup/schedule.js';
import { Program, until } from '../chaos/program.js';
import { eventually } from '../platform/temporary.js';
import { World } from '../world/world.js';
import { asOwner, namesIn, quiet, scratch } from './support/backups.js';

const at = (text: string) => new Date(text);
const night = at('2026-03-09T18:30:00Z');

describe('the moment of a backup', () => {
  it.each([
    ['2026-03-09T18:30:00Z', '2026-03-09T18:30:00Z'],
    ['2026-03-09T18:29:59Z', '2026-03-08T18:30:00Z'],
    ['2026-03-10T18:29:59Z', '2026-03-09T18:30:00Z'],
  ])('is, at %s, the last 01:30 of the city: %s', (now, moment) => {
    expect(lastMoment(at(now), '01:30', 'Asia/Ho_Chi_Minh')).toEqual(at(moment));
  });

  const good = (startedAt: Date): Standing => ({
    good: { startedAt, bytes: 1 },
    last: { startedAt, failed: false },
  });
  const failed = (startedAt: Date): Standing => ({ good: null, last: { startedAt, failed: true } });

  it.each<[string, Standing, string, boolean]>([
    ['there was none', { good: null, last: null }, '2026-03-09T19:00:00Z', true],
    ['it was made', good(night), '2026-03-09T19:00:00Z', false],
    ['the one before was made', good(at('2026-03-08T18:30:00Z')), '2026-03-09T19:00:00Z', true],
    ['it has just failed', failed(night), '2026-03-09T19:00:00Z', false],
    ['it failed an hour ago', failed(night), '2026-03-09T19:30:00Z', true],
    [
      'one that failed is of yesterday',
      failed(at('2026-03-09T18:29:00Z')),
      '2026-03-09T18:31:00Z',
      true,
    ],
  ])('has to be made when %s', (_, standing, now, due) => {
    expect(isDue(at(now), night, standing)).toBe(due);
  });

  it.each<[string, Standing, string | null]>([
    ['all is well', good(night), null],
    ['the last one failed', failed(night), 'the last backup failed'],
    ['there is none', { good: null, last: null }, 'no backup yet'],
    ['the first one is under way', { good: null, last: { startedAt: night, failed: false } }, null],
    ['it is of long ago', good(at('2026-03-08T18:30:00Z')), 'the last backup is too old'],
  ])('is said when %s', (_, standing, why) => {
    expect(concernOf(at('2026-03-09T20:31:00Z'), standing)).toBe(why);
  });
});

describe('what goes from the folder', () => {
  const named = (day: number) => `dau-moi-hanoi-202603${day}T183000Z.tar.gz`;

  it('is what is older than the newest, and what was half written; nothing else of anybody', () => {
    const others = ['dau-moi-hue-20260301T183000Z.tar.gz', 'mine.tar.gz', 'dau-moi-hanoi.tar.gz'];
    const half = `${named(14)}.4711.part`;
    const names = [named(12), named(11), half, ...others, named(13), named(10)];
    expect(superfluous('hanoi', names, 2)).toEqual([named(10), named(11), half]);
    expect(superfluous('hanoi', names, 9)).toEqual([half]);
  });
});

describe('several programs at once', () => {
  let world: World;
  let folder: string;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    ({ folder, clear } = await scratch());
    world = await World.start({ BACKUP_DIR: join(folder, 'nightly') });
  }, 60_000);
  afterAll(async () => {
    await world.stop();
    await clear();
  });

  const make = (keep = 2) =>
    backup(
      asOwner(world),
      { to: join(folder, 'nightly'), keep, unlessSince: world.time.now() },
      quiet,
      world.time,
    );

  const warns = (why: string | null) =>
    eventually(async () => {
      world.app.get(Backups, { strict: false }).wake();
      const { warnings } = (await world.anyone.get('/health/ready')).body as {
        warnings: { name: string; why: string }[];
      };
      return (warnings.find(({ name }) => name === 'backup')?.why ?? null) === why;
    });

  it('warn while there is none', () => warns('no backup yet'));

  it('make one backup a night; only so many stay', async () => {
    for (let count = 0; count < 3; count += 1) {
      const made = await Promise.all([make(), make(), make()]);
      expect(made.filter((one) => one !== null)).toHaveLength(1);
      expect(await make()).toBeNull();
      world.time.advance({ hours: 24 });
    }
    expect(await namesIn(join(folder, 'nightly'))).toEqual([
      'dau-moi-hanoi-20260311T020000Z.tar.gz',
      'dau-moi-hanoi-20260312T020000Z.tar.gz',
    ]);
    world.time.advance({ hours: -20 });
    await warns(null);
    world.time.advance({ hours: 24 });
    await warns('the last backup is too old');
  });

  it('put on record that one failed, and warn of it', async () => {
    await writeFile(join(folder, 'taken'), '');
    await expect(
      backup(asOwner(world), { to: join(folder, 'taken'), keep: 1 }, quiet, world.time),
    ).rejects.toThrow(/There is no folder .*taken/);
    const [row] = await world.behind.query<{ failure: string }[]>(
      'select failure from backup_run order by id desc limit 1',
    );
    expect(row!.failure).toMatch(/taken/);
    await warns('the last backup failed');
    expect((await world.anyone.get('/metrics')).text).toContain('dau_moi_backup_failed 1');
  });
});

describe('a program with BACKUP_DIR', () => {
  it('makes a backup by itself, tells how old it is, and what is wrong', async () => {
    const { folder, clear } = await scratch();
    await chmod(folder, 0o711);
    const backups = join(folder, 'backups');
    const program = await Program.start({
      DATA_DIR: join(folder, 'data'),
      BACKUP_DIR: backups,
      LOG_LEVEL: 'info',
    });
    try {
      await until('the backup to be on record', () =>
        program.output.includes('backup looked after'),
      );
      expect(await namesIn(backups)).toEqual([
        expect.stringMatching(/^dau-moi-hanoi-.*\.tar\.gz$/),
      ]);
      const metric = async (name: string) => {
        const text = await (await fetch(`${program.url}/metrics`)).text();
        return Number(new RegExp(`^dau_moi_${name} (.+)$`, 'm').exec(text)?.[1]);
      };
      await until('its age to be known', async () => (await metric('backup_age_seconds')) >= 0);
      expect(await metric('backup_age_seconds')).toBeLessThan(60);
      expect(await metric('backup_bytes')).toBeGreaterThan(10_000);
      expect(await metric('backup_failed')).toBe(0);
      const ready = (await (await fetch(`${program.url}/health/ready`)).json()) as object;
      expect(ready).toMatchObject({ status: 'ok', warnings: [] });
    } finally {
      await program.stop();
      await clear();
    }
  }, 120_000);
});
