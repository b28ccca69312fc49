import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { City } from '../../src/catalog/city.js';
import { endOfKept, retentionFault } from '../../src/catalog/retention.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { keepSignedIn } from '../stories/support/events.js';
import { World } from '../world/world.js';
import { dump, Verb } from './support/ground.js';

const place = { ward: '00256' };
const seen_at = '2026-03-09T19:40:00+07:00';
const text = 'Một việc cần được xem xét.';
const filer = { name: 'An', phone: '0900000001' };
const rest = { place, text, filer, declared: 'report' };

/** A category of each privacy class, what its questions need, and the last instant at which it is kept. */
const classes: [string, string, Record<string, unknown>, string][] = [
  ['NORMAL', 'CS-01', { seen_at, extent: 'several' }, '2028-03-10T02:00:00.000Z'],
  [
    'PERSONAL',
    'DIEN-03',
    { customer_code: 'PD1', billing_period: '02' },
    '2028-03-10T02:00:00.000Z',
  ],
  ['REPORTER_HIDDEN', 'VS-02', { seen_at, waste_kind: 'construction' }, '2027-03-10T02:00:00.000Z'],
  ['SENSITIVE', 'AN-01', { seen_at, happening_now: 'no' }, '2027-03-10T02:00:00.000Z'],
  ['PROTECTED', 'CV-01', { office: 'Một cửa', happened_at: seen_at }, '2029-03-10T02:00:00.000Z'],
  [
    'DENUNCIATION_CHECK',
    'CV-02',
    { office: 'Một cửa', happened_when: 'Tháng 2' },
    '2026-05-10T02:00:00.000Z',
  ],
];

let world: World;
let verb: Verb;
let open: string;

beforeAll(async () => {
  world = await World.start();
  verb = await Verb.open(world);
  const supervisor = await world.supervisor();
  await keepSignedIn(world);
  for (const [, category, answers] of classes) {
    const { code } = await world.anyone.files({ category, answers, ...rest });
    const id = await caseIdOf(world, code);
    const { status } = await supervisor.sees(id);
    await end(id, status);
  }
  // Never classified: as long as personal matters.
  const never = await caseIdOf(world, (await world.anyone.files(unclear())).code);
  await supervisor.does(never, 'reject', { reason: 'unclear', text: 'Không rõ nội dung gì.' });
  open = await caseIdOf(world, (await world.anyone.files(streetLight())).code);
}, 90_000);
afterAll(async () => {
  await verb.source.destroy();
  await world.stop();
});

/** Brings a case to its end at this very instant, from where its filing has put it. */
async function end(id: string, status: string): Promise<void> {
  const supervisor = await world.supervisor();
  if (status === 'new') {
    await supervisor.does(id, 'reject', { reason: 'unclear', text: 'Không rõ nội dung gì.' });
    return;
  }
  const { lead } = await supervisor.sees(id);
  const head = await world.head(lead ?? '');
  await keepSignedIn(world);
  const ground = { ground: 'not_clear', text: 'Không rõ ở chỗ nào.' };
  await head.does(id, 'return', ground);
  await supervisor.does(id, 'reject', { reason: 'unclear', text: 'Không rõ nội dung gì.' });
}

describe('a matter is due', () => {
  it.each(classes)(
    '%s: when its time is over and not a moment before',
    async (_, category, __, at) => {
      const moment = Date.parse(at);
      world.time.set(new Date(moment - 1));
      expect((await verb.dueNow())[category]).toBeUndefined();
      world.time.set(new Date(moment));
      expect((await verb.dueNow())[category]).toBe(1);
    },
  );

  it('without a category after the time of personal matters', async () => {
    world.time.set('2028-03-10T01:59:59.999Z');
    expect(await verb.dueNow()).not.toHaveProperty('null');
    world.time.set('2028-03-10T02:00:00.000Z');
    expect(await verb.dueNow()).toHaveProperty('null', 1);
  });

  it('only where it ended before the day that was given', async () => {
    world.time.set('2040-01-01T00:00:00.000Z');
    const before = async (day: string) => (await verb.run({ dryRun: true, before: day })).due;
    expect(await before('2026-03-10')).toEqual([]);
    expect(await before('2026-03-11')).toHaveLength(classes.length + 1);
    await expect(before('11/03/2026')).rejects.toThrow('--before');
  });

  it('and a day that was given never makes it due earlier', async () => {
    world.time.set('2026-03-10T03:00:00.000Z');
    expect((await verb.run({ dryRun: true, before: '2039-01-01' })).due).toEqual([]);
  });
});

describe('the verb', () => {
  it('changes nothing when it only counts', async () => {
    world.time.set('2040-01-01T00:00:00.000Z');
    const before = await dump(world);
    expect((await verb.run({ dryRun: true })).done).toBe(0);
    expect(await dump(world)).toBe(before);
  });

  it('goes on where it was killed, and leaves what is open', async () => {
    const kill = (done: number) => {
      if (done === 3) throw new Error('killed');
    };
    await expect(verb.run({}, kill)).rejects.toThrow('killed');
    const left = Object.values(await verb.dueNow()).reduce((sum, count) => sum + count, 0);
    expect(left).toBe(classes.length + 1 - 3);
    const stopped = await verb.run({}, undefined, AbortSignal.abort());
    expect([stopped.done, stopped.finished]).toEqual([0, false]);
    expect(await verb.run()).toMatchObject({ done: left, finished: true });
    expect(await verb.run()).toEqual({ due: [], done: 0, finished: true });
    const rows = await world.behind.query<{ id: string }[]>(
      `select id from complaint where not anonymised and ended_at is null`,
    );
    expect(rows).toEqual([{ id: open }]);
    const events = await world.behind.query<{ count: number }[]>(
      `select count(*)::int as count from complaint_event where type = 'anonymised' group by complaint_id`,
    );
    expect(events).toHaveLength(classes.length + 1);
    expect(events).toEqual(events.map(() => ({ count: 1 })));
  });

  it('shares the work with another that runs at the same time', async () => {
    world.time.set('2026-03-10T02:00:00.000Z');
    for (let number = 0; number < 4; number += 1) {
      const id = await caseIdOf(world, (await world.anyone.files(unclear())).code);
      await end(id, 'new');
    }
    world.time.set('2040-01-01T00:00:00.000Z');
    const [one, other] = await Promise.all([verb.run(), verb.run()]);
    expect(one.done + other.done).toBe(4);
  });
});

describe('on the command line', () => {
  const run = promisify(execFile);
  const cli = (...args: string[]) =>
    run(process.execPath, [join(projectRoot(), 'dist/src/cli.js'), 'anonymise', ...args], {
      env: { DATABASE_URL: world.database.owner.url, DATA_DIR: world.config.dataDir },
    });

  it('tells how many are due, and of a day that is none', async () => {
    const { stdout } = await cli('--dry-run', '--before', '2026-01-01');
    expect(stdout).toContain('Due: 0, made anonymous: 0');
    await expect(cli('--before', 'hôm qua')).rejects.toMatchObject({ code: 1 });
  }, 60_000);
});

describe('the search for what is due', () => {
  it('goes by the index, also under the policies of the role', async () => {
    const runner = verb.source.createQueryRunner();
    await runner.query('begin');
    await runner.query('set local enable_seqscan = off');
    const plan: object[] = await runner.query(
      `explain select id from complaint
       where category = 'CS-01' and ended_at <= now() and not anonymised
         and (ended_at, id) > ('-infinity', '00000000-0000-0000-0000-000000000000'::uuid)
       order by ended_at, id limit 100`,
    );
    await runner.query('rollback');
    await runner.release();
    expect(JSON.stringify(plan)).toContain('complaint_ended');
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });
});

describe('how long', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const kept = (retention: string, now: string) =>
    endOfKept(retention, new Date(now), zone).toISOString();

  it('is counted by the calendar of the city', () => {
    expect(kept('1mo', '2026-03-30T18:00:00Z')).toBe('2026-02-27T18:00:00.000Z');
    expect(kept('2y', '2028-02-29T05:00:00Z')).toBe('2026-02-28T05:00:00.000Z');
    expect(kept('30d', '2026-03-31T05:00:00Z')).toBe('2026-03-01T05:00:00.000Z');
    expect(kept('0d', '2026-03-31T05:00:00Z')).toBe('2026-03-31T05:00:00.000Z');
  });

  it('is refused at the loading where it is missing, odd or of no class', async () => {
    const { data } = await City.load(verb.source);
    const faults = (retention: object, categories: { code: string; retention?: string }[] = []) =>
      retentionFault({ retention: { ...data.city.retention, ...retention } }, categories);
    expect(retentionFault(data.city, data.categories)).toBeNull();
    expect(faults({ NORMAL: '2 years' })).toEqual({ kind: 'city', why: 'retention.NORMAL' });
    expect(faults({ SECRET: '1y' })).toEqual({ kind: 'city', why: 'retention.SECRET' });
    expect(faults({}, [{ code: 'CS-01', retention: '6mo' }])).toBeNull();
    expect(faults({}, [{ code: 'CS-01', retention: '6w' }])?.kind).toBe('categories');
  });

  it('is the own time of a category where it has one', async () => {
    const city = await City.load(verb.source);
    expect(city.retentionOf('CS-01')).toBe('24mo');
    const category = city.category('CS-01');
    if (category) category.retention = '6mo';
    expect([city.retentionOf('CS-01'), city.retentionOf('gone')]).toEqual(['6mo', '36mo']);
  });
});
