import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { streetLight } from '../world/complaints.js';
import { cloneDatabase, openSource, type ClonedDatabase } from '../world/database.js';
import { FaultProxy } from './fault-proxy.js';
import { until, type Program } from './program.js';
import { startReplicas, stopReplicas } from './replicas.js';

const FILERS = 4;
const LONGEST_MS = 5_000;

interface Answer {
  path: string;
  status: number;
  ms: number;
  retryAfter: string | null;
}

interface Ready {
  checks: { name: string; ok: boolean; why: string | null }[];
}

let database: ClonedDatabase;
let behind: DataSource;
let way: FaultProxy;
let replicas: Program[] = [];
let program: Program;

const answers: Answer[] = [];
const acknowledged = new Map<string, string>();
const load = { over: false, working: [] as Promise<void>[] };

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const begun = performance.now();
  const answer = await fetch(program.url + path, init);
  const ms = Math.round(performance.now() - begun);
  const retryAfter = answer.headers.get('retry-after');
  answers.push({ path, status: answer.status, ms, retryAfter });
  return answer;
}

/** Files one complaint until it is acknowledged, always with the same key. */
async function file(): Promise<void> {
  const key = randomUUID();
  while (!acknowledged.has(key)) {
    const answer = await ask('/api/complaints', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(streetLight({ text: `Đèn đường phố Hòa Mã không sáng, lần ${key}` })),
    });
    const { code } = (await answer.json()) as { code: string };
    if (answer.status === 201) acknowledged.set(key, code);
  }
}

async function goOn(work: () => Promise<unknown>): Promise<void> {
  while (!load.over) await work();
}

beforeAll(async () => {
  database = await cloneDatabase();
  behind = await openSource(database.owner);
  way = await FaultProxy.before(database.owner.url);
  replicas = await startReplicas(database, 1, {}, way.url);
  program = replicas[0] as Program;
  load.working = [
    ...Array.from({ length: FILERS }, () => goOn(file)),
    goOn(async () => (await ask(`/api/complaints/${[...acknowledged.values()].at(-1)}`)).text()),
    goOn(async () => (await ask('/health/live')).text()),
  ];
  await filings(5);
}, 120_000);

afterAll(async () => {
  load.over = true;
  await way.heal();
  await Promise.allSettled(load.working);
  await stopReplicas(replicas);
  await way.close();
  await behind.destroy();
  await database.drop();
}, 60_000);

async function filings(count: number): Promise<void> {
  const enough = acknowledged.size + count;
  await until('filings', () => acknowledged.size >= enough);
}

/** What readiness says of the database; null while it is well. */
async function whyNotReady(): Promise<string | null> {
  const answer = await fetch(`${program.url}/health/ready`);
  const { checks } = (await answer.json()) as Ready;
  const { ok, why } = checks.find(({ name }) => name === 'database') ?? { ok: false, why: null };
  expect(answer.ok).toBe(checks.every((check) => check.ok));
  return ok ? null : why;
}

const refused = (since: number) =>
  answers.slice(since).filter(({ status }) => status === 503).length;

/** What was not answered in time, or neither well nor with the word to come back. */
const faults = (since: number) =>
  answers.slice(since).filter(({ path, status, ms, retryAfter }) => {
    if (ms > LONGEST_MS) return true;
    if (status === 503) return path === '/health/live' || retryAfter === null;
    return status !== 200 && status !== 201;
  });

async function wellAgain(): Promise<void> {
  await until('the program to be ready again', async () => (await whyNotReady()) === null);
  await filings(10);
}

describe('the program, while its database', () => {
  it.each<[string, RegExp, () => unknown, () => unknown]>([
    ['is gone', /^(ECONNREFUSED|ECONNRESET|unreachable)$/, () => way.close(), () => way.heal()],
    ['is silent', /^(ETIMEDOUT|unreachable|timeout)$/, () => way.swallow(), () => way.heal()],
    [
      'takes no more connections',
      /^53300$/,
      async () => {
        const { pathname } = new URL(database.owner.url);
        await behind.query(`alter database ${pathname.slice(1)} connection limit 0`);
        way.cut();
      },
      async () => {
        const { pathname } = new URL(database.owner.url);
        await behind.query(`alter database ${pathname.slice(1)} connection limit -1`);
      },
    ],
  ])(
    '%s, answers soon with the word to come back, and goes on by itself',
    async (_, why, harm, heal) => {
      const since = answers.length;
      await harm();
      await until('it to be not ready', async () => (await whyNotReady()) !== null);
      await until('answers', () => refused(since) >= 3 * FILERS);
      await until('the reason', async () => why.test((await whyNotReady()) ?? ''));
      await heal();
      await wellAgain();
      expect(faults(since)).toEqual([]);
    },
    120_000,
  );

  it('has forgotten its connections, makes new ones by itself', async () => {
    const since = answers.length;
    way.forget();
    await until('answers', () => refused(since) > 0);
    await wellAgain();
    expect(faults(since)).toEqual([]);
  }, 120_000);

  it('is slow, answers all the same', async () => {
    way.slow(80);
    const since = answers.length;
    await filings(2 * FILERS);
    expect(await whyNotReady()).toBeNull();
    await way.heal();
    await wellAgain();
    expect(faults(since)).toEqual([]);
  }, 120_000);

  it('has lost nothing that was acknowledged, and has nothing twice', async () => {
    load.over = true;
    await Promise.all(load.working);
    const rows = await behind.query<{ code: string }[]>('select code from complaint');
    expect(rows.map(({ code }) => code).toSorted()).toEqual([...acknowledged.values()].toSorted());
    const longest = Math.max(...answers.map(({ ms }) => ms));
    process.stdout.write(
      `database troubles: ${acknowledged.size} acknowledged, lost 0, double 0, longest answer ${longest} ms\n`,
    );
  }, 60_000);
});
