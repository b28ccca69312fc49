import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { DataSource } from 'typeorm';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { Api } from '../world/api.js';
import { streetLight } from '../world/complaints.js';
import { cloneDatabase, openSource, type ClonedDatabase } from '../world/database.js';
import { Balancer } from './balancer.js';
import { until, type Program } from './program.js';
import { startReplicas, stopReplicas } from './replicas.js';

const FILERS = 3;
const READERS = 2;
const WATCHERS = 3;
const BETWEEN = 15;

let database: ClonedDatabase;
let behind: DataSource;
let replicas: Program[] = [];
let balancer: Balancer;
let cookie: string;

beforeAll(async () => {
  database = await cloneDatabase();
  behind = await openSource(database.owner);
  replicas = await startReplicas(database, 2, { DRAIN_SECONDS: '2' });
  balancer = await Balancer.over(replicas.map(({ url }) => url));
  await until('both to be served by', () => balancer.serving.length === 2);
  const operator = new Api(balancer.url);
  await operator.signIn('truc.tong.dai.1', DEMO_PASSWORD);
  ({ cookie } = operator);
}, 120_000);

afterAll(async () => {
  await balancer.stop();
  await stopReplicas(replicas);
  await behind.destroy();
  await database.drop();
}, 60_000);

const seqs = async () => {
  const rows = await behind.query<{ seq: string }[]>(
    'select seq from complaint_event order by xid, seq',
  );
  return rows.map(({ seq }) => Number(seq));
};

/** A screen as browsers have it: comes back by itself, with the last number that it has seen. */
class Watcher {
  readonly seen: number[] = [];
  readonly words: string[] = [];
  private since: number | undefined;
  readonly socket: Socket = io(`${balancer.url}/staff`, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    auth: (say) => say({ since: this.since }),
  });

  constructor() {
    this.socket.on('event', ({ seq }: { seq: number }) => {
      this.seen.push(seq);
      this.since = seq;
    });
    for (const word of ['ready', 'reset'])
      this.socket.on(word, ({ seq }: { seq: number }) => {
        this.words.push(word);
        this.since = seq;
      });
  }
}

/** Asks until it is over, and keeps account of what was not answered as it should be. */
class Load {
  over = false;
  readonly codes: string[] = [];
  readonly failures: string[] = [];
  reads = 0;

  async file(): Promise<void> {
    while (!this.over) {
      const text = `Đèn đường phố Hòa Mã không sáng, lần ${randomUUID()}`;
      const answer = await this.ask('/api/complaints', 201, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(streetLight({ text })),
      });
      if (answer) this.codes.push((answer as { code: string }).code);
    }
  }

  async read(): Promise<void> {
    while (!this.over) {
      const code = this.codes.at(-1);
      if (code) await this.ask(`/api/complaints/${code}`, 200);
      if (await this.ask('/api/cases?limit=10', 200, { headers: { cookie } })) this.reads += 1;
    }
  }

  private async ask(path: string, status: number, init: RequestInit = {}): Promise<unknown> {
    try {
      const answer = await fetch(balancer.url + path, init);
      const body: unknown = await answer.json().catch(() => null);
      if (answer.status === status) return body;
      this.failures.push(`${path} ${answer.status} ${JSON.stringify(body)}`);
    } catch (error) {
      this.failures.push(`${path} ${String((error as Error).cause ?? error)}`);
    }
    return null;
  }
}

describe('replicas renewed one after the other, under load', () => {
  it('answer every request, and no screen misses an event or hears one twice', async () => {
    const watchers = Array.from({ length: WATCHERS }, () => new Watcher());
    await until('all to watch', () => watchers.every(({ words }) => words.length === 1));
    const load = new Load();
    const working = [
      ...Array.from({ length: FILERS }, () => load.file()),
      ...Array.from({ length: READERS }, () => load.read()),
    ];
    const goOn = async () => {
      const enough = load.codes.length + BETWEEN;
      await until('filings', () => load.codes.length >= enough);
    };
    await goOn();
    for (const replica of replicas) {
      expect(await replica.stop()).toBe(0);
      await goOn();
      await replica.start();
      await until('both to be served by', () => balancer.serving.length === 2);
      await goOn();
    }
    load.over = true;
    await Promise.all(working);
    expect(load.failures).toEqual([]);
    expect(load.reads).toBeGreaterThan(0);
    expect(new Set(load.codes).size).toBe(load.codes.length);

    const log = await seqs();
    expect(log.length).toBeGreaterThan(load.codes.length);
    for (const { seen } of watchers)
      await until('all to be told', () => seen.at(-1) === log.at(-1));
    for (const { seen, words } of watchers) {
      expect(seen).toEqual(log);
      expect(words).not.toContain('reset');
    }
    // Each replica was left by those that were there.
    expect(watchers.some(({ words }) => words.length > 1)).toBe(true);
    for (const { socket } of watchers) socket.disconnect();
    process.stdout.write(
      `rolling restart: ${load.codes.length} filed, ${load.reads} lists read, 0 failed\n`,
    );
  }, 240_000);
});
