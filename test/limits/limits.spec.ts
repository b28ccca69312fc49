import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/platform/config/config.js';
import { Door } from '../../src/platform/database/door.js';
import { DomainError } from '../../src/platform/errors/domain-error.js';
import { Limits } from '../../src/platform/limits/limits.js';
import { limitTable, type LimitKind } from '../../src/platform/limits/limit-table.js';
import { Log } from '../../src/platform/logging/log.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { cloneDatabase, openSource, type ClonedDatabase } from '../world/database.js';
import { ManualTime } from '../world/manual-time.js';

const secretKey = randomBytes(32);
const { points } = limitTable.tracking_miss;

let database: ClonedDatabase;
let sources: DataSource[];
let time: ManualTime;
let metrics: Metrics;
let lines: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  sources = await Promise.all([1, 2, 3].map(() => openSource(database.address)));
}, 60_000);
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});
beforeEach(async () => {
  time = new ManualTime(new Date('2026-03-10T02:00:00.000Z'));
  metrics = new Metrics();
  lines = [];
  await sources[0]!.query('delete from rate_limit');
});

/** The limits of one replica. */
function replica(source = sources[0]!, env: Record<string, string> = {}, key = secretKey): Limits {
  const log = new Log('trace', { write: (line: string) => lines.push(line) });
  return new Limits(new Door(source), time, log, metrics, readConfig(env), key);
}

/** How many of so many hits at once pass. */
async function passed(all: Promise<void>[]): Promise<number> {
  const results = await Promise.allSettled(all);
  for (const one of results)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'request.too_many' });
  return results.filter(({ status }) => status === 'fulfilled').length;
}

const refusal = (work: Promise<void>) =>
  work.then(
    () => 'let through',
    (error: DomainError) => error,
  );

describe('a limit', () => {
  it('lets exactly so many through, however many replicas count at once', async () => {
    const replicas = sources.map((source) => replica(source));
    const hits = Array.from({ length: points * 3 }, (_, at) =>
      replicas[at % 3]!.hit('tracking_miss', '203.0.113.7'),
    );
    expect(await passed(hits)).toBe(points);
  });

  it('is for each subject and each kind alone', async () => {
    const limits = replica();
    const many = (kind: LimitKind, subject: string) =>
      passed(Array.from({ length: 4 }, () => limits.hit(kind, subject)));
    expect(await many('question_wrong', '203.0.113.7')).toBe(3);
    expect(await many('question_wrong', '203.0.113.8')).toBe(3);
    expect(await many('tracking_miss', '203.0.113.7')).toBe(4);
  });

  it('counts addresses by network, and nothing else', async () => {
    const limits = replica();
    const hits = (kind: LimitKind, ...subjects: string[]) =>
      passed(subjects.map((subject) => limits.hit(kind, subject)));
    const home = ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::1', '2001:DB8::9'];
    expect(await hits('question_wrong', ...home, '2001:db8:0:1::1')).toBe(4);
    expect(await hits('question_wrong', '::ffff:203.0.113.7', '203.0.113.7')).toBe(2);
    expect(await hits('question_wrong', '::ffff:cb00:7107', '::ffff:203.0.113.7')).toBe(1);
    for (const contact of ['2001:db8::1', '2001:db8::2'])
      expect(
        await passed(Array.from({ length: 11 }, () => limits.hit('filing_contact', contact))),
      ).toBe(10);
  });

  it('says how long to wait, and is over then', async () => {
    const limits = replica();
    const hit = () => limits.hit('question_wrong', 'a');
    await hit();
    time.set('2026-03-10T02:00:20.500Z');
    for (const _ of [1, 2]) await hit();
    const limit = { limit: 'question_wrong', retryAfter: 40 };
    expect(await refusal(hit())).toMatchObject({ code: 'request.too_many', extra: limit });
    time.set('2026-03-10T02:00:59.999Z');
    expect(await refusal(hit())).toMatchObject({ extra: { ...limit, retryAfter: 1 } });
    time.set('2026-03-10T02:01:00.000Z');
    expect(await passed([hit(), hit(), hit(), hit()])).toBe(3);
    expect((await metrics.limited.get()).values).toMatchObject([
      { value: 3, labels: { kind: 'question_wrong' } },
    ]);
  });

  it('can count failures alone: those are charged, and then nothing passes', async () => {
    const limits = replica();
    const peek = () => limits.peek('question_wrong', 'a');
    for (const _ of [1, 2, 3]) {
      await peek();
      await peek();
      await limits.charge('question_wrong', 'a');
    }
    expect(await refusal(peek())).toMatchObject({ extra: { retryAfter: 60 } });
    await limits.charge('question_wrong', 'a');
    expect(await limits.count('question_wrong', 'a')).toBe(4);
    time.advance({ minutes: 1 });
    await peek();
    expect(await limits.count('question_wrong', 'a')).toBe(0);
  });

  it('is written down in the operations handbook as it is in the table', () => {
    const text = readFileSync('docs/operations.md', 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)`\s+\| (\d+) in (?:a|an|(\d+)) (minute|hour|day)/gm)];
    const seconds = { minute: 60, hour: 3600, day: 86_400 };
    const written = rows.map(([, kind, often, many, unit]) => [
      kind,
      Number(often),
      Number(many ?? 1) * seconds[unit as keyof typeof seconds],
    ]);
    const known = Object.entries(limitTable)
      .filter(([, one]) => Number.isFinite(one.points))
      .map(([kind, one]) => [kind, one.points, one.seconds]);
    expect(written).toHaveLength(16);
    expect(written.toSorted()).toEqual(known.toSorted());
    for (const one of Object.values(limitTable)) expect(one.why.length).toBeGreaterThan(20);
  });
});

describe('the rows of the limits', () => {
  const keys = async () =>
    (await sources[0]!.query<{ key: string }[]>('select key from rate_limit')).map(
      ({ key }) => key,
    );

  it('name nobody: not who was counted, and not the same one the next day', async () => {
    const limits = replica();
    for (const contact of ['0900000001', 'an@example.org']) {
      await limits.hit('filing_contact', contact);
      await limits.hit('filing_contact', contact);
    }
    const today = await keys();
    expect(today).toHaveLength(2);
    for (const key of today) expect(key).toMatch(/^[\w-]{43}$/);
    time.set('2026-03-11T02:00:00.000Z');
    await limits.hit('filing_contact', '0900000001');
    const found = await keys();
    expect(new Set(found).size).toBe(3);
    await replica(sources[0]!, {}, randomBytes(32)).hit('filing_contact', '0900000001');
    expect(await keys()).toHaveLength(4);
  });

  it('are removed when their window is over', async () => {
    const limits = replica();
    await limits.hit('question_wrong', 'a');
    await limits.hit('filing', 'a');
    time.advance({ minutes: 2 });
    await limits.sweep();
    expect(await keys()).toHaveLength(1);
    expect(await limits.count('filing', 'a')).toBe(1);
    time.advance({ minutes: 8 });
    await Promise.all(sources.map((source) => replica(source).sweep()));
    expect(await keys()).toEqual([]);
  });

  it('cost no write-ahead log', async () => {
    const [row] = await sources[0]!.query<{ relpersistence: string }[]>(
      `select relpersistence from pg_class where relname = 'rate_limit'`,
    );
    expect(row?.relpersistence).toBe('u');
  });
});

describe('limits that cannot count', () => {
  it('let everything through, say so once and measure it', async () => {
    const gone = await openSource(database.address);
    await gone.destroy();
    const limits = replica(gone);
    expect(
      await passed(Array.from({ length: 5 }, () => limits.hit('question_wrong', '203.0.113.7'))),
    ).toBe(5);
    await limits.peek('question_wrong', '203.0.113.7');
    await limits.wake();
    const said = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(said).toEqual(['rate limits not reached: nothing is counted', 'rate limits not swept']);
    expect((await metrics.uncounted.get()).values[0]?.value).toBe(6);
    expect(lines.join('')).not.toContain('203.0.113.7');
  });

  it('are those that are turned off', async () => {
    const limits = replica(sources[0], { RATE_LIMITS: 'off', WORKERS: 'off' });
    expect(await passed(Array.from({ length: 5 }, () => limits.hit('question_wrong', 'a')))).toBe(
      5,
    );
    expect(await sources[0]!.query('select * from rate_limit')).toEqual([]);
  });
});
