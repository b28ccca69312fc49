import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { CityData } from '../src/catalog/city-data.js';
import { City } from '../src/catalog/city.js';
import { Drafts } from '../src/catalog/publishing/drafts.js';
import { Publishing } from '../src/catalog/publishing/publishing.js';
import { Preview } from '../src/deadlines/recalculation/preview.js';
import type { Caller } from '../src/people/caller.js';
import { readConfig } from '../src/platform/config/config.js';
import { entities } from '../src/entities.js';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { Log } from '../src/platform/logging/log.js';
import { createHttpApp } from '../src/start/http-app.js';
import { prepareDatabase } from '../src/start/prepare-database.js';

import { complaint } from './support/complaint.js';

const CLOCKS = 100_000;
const PIECE = 2500;
const CLIENTS = 4;
const ALONE_MS = 10_000;
// Told as far as it has come by then, so that the whole takes less than three minutes.
const AT_MOST_MS = 100_000;
const DAY = 86_400_000;

const shown = (n: number) => Math.round(n).toLocaleString('en-US');

/** Copies of the one complaint with its running clocks, under ids and codes of their own; without their log. */
async function fill(source: DataSource): Promise<void> {
  const [{ each = 1 } = {}] = await source.query<{ each: number }[]>(
    'select count(*)::int as each from clock where stopped_at is null',
  );
  // In pieces, each within the time that a statement may take.
  for (let from = 0; from * each < CLOCKS; from += PIECE) {
    await source.query(
      `with copied as (
         insert into complaint select r.* from complaint c, generate_series($1::int, $2::int) n,
           lateral jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'code', 'BENCH-' || n)) r
         where c.code not like 'BENCH-%' returning id)
       insert into clock select r.* from clock k, copied,
         lateral jsonb_populate_record(k, jsonb_build_object('complaint_id', copied.id)) r
       where k.complaint_id = (select id from complaint where code not like 'BENCH-%')
         and k.stopped_at is null`,
      [from, Math.min(from + PIECE, Math.ceil(CLOCKS / each)) - 1],
    );
  }
}

/** Days off, from tomorrow on, that no running clock of the office gets past. */
function daysOff(calendars: CityData['calendars']): CityData['calendars'] {
  const dates = [1, 2, 3, 4, 5].map((days) =>
    new Date(Date.now() + days * DAY).toISOString().slice(0, 10),
  );
  const reason = { vi: 'Nghỉ theo phép đo', en: 'Off for the bench' };
  return calendars.map((one) => ({
    ...one,
    days: [
      ...one.days.filter(({ date }) => !dates.includes(date)),
      ...dates.map((date) => ({ date, kind: 'off' as const, reason, document: '1/QĐ' })),
    ],
  }));
}

interface Load {
  filed: number;
  slowest: number;
}

/** Filings per second and the slowest of them while some work goes on. */
async function during(url: string, work: () => Promise<unknown>) {
  const worker = new Worker(new URL('./support/filing-load.js', import.meta.url), {
    workerData: { url, clients: CLIENTS },
  });
  const said: Load[] = [];
  const failed = new Promise<never>((_, refuse) => worker.on('error', refuse));
  const first = new Promise<void>((resolve) =>
    worker.on('message', (load: Load) => {
      said.push(load);
      if (load.filed > 0) resolve();
    }),
  );
  await Promise.race([first, failed]);
  const from = { at: performance.now(), filed: said.at(-1)?.filed ?? 0 };
  await Promise.race([work(), failed]);
  const filed = (said.at(-1)?.filed ?? 0) - from.filed;
  const seconds = (performance.now() - from.at) / 1000;
  await worker.terminate();
  const slowest = Math.max(...said.slice(1).map((load) => load.slowest));
  return { perSecond: filed / seconds, seconds, slowestMs: Math.round(slowest) };
}

type Filed = Awaited<ReturnType<typeof during>>;

/** The one complaint that all others are copies of. */
async function file(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: complaint(0),
  });
  if (answer.status !== 201) throw new Error(`the filing was answered with ${answer.status}`);
}

async function publish(app: NestFastifyApplication, source: DataSource): Promise<string> {
  const [{ id = '' } = {}] = await source.query<{ id: string }[]>(
    `select id from staff where role = 'administrator' limit 1`,
  );
  const by = { kind: 'staff', id, role: 'administrator', agency: null } as Caller;
  const drafts = app.get(Drafts, { strict: false });
  const definition = daysOff(app.get(City, { strict: false }).data.calendars);
  const draft = await drafts.make(by, { kind: 'calendars', title: 'Phép đo', definition });
  const began = performance.now();
  const { moving } = await app.get(Preview, { strict: false }).summary(by, draft.id);
  previewed = { moving, seconds: (performance.now() - began) / 1000 };
  await app.get(Publishing, { strict: false }).publish(by, draft.id, 1, { document: '1/QĐ' });
  const [run] = await source.query<{ id: string }[]>('select id from recalculation');
  return run?.id ?? '';
}

interface Run {
  state: string;
  total: number;
  done: number;
  moved: number;
}

async function until(source: DataSource, id: string, holds: (run: Run) => boolean): Promise<Run> {
  const began = performance.now();
  for (;;) {
    const [run] = await source.query<Run[]>('select * from recalculation where id = $1', [id]);
    if (run && (holds(run) || performance.now() - began > AT_MOST_MS)) return run;
    await rest(100);
  }
}

let previewed = { moving: 0, seconds: 0 };
const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-bench-'));
const config = readConfig({
  DATA_DIR: dataDir,
  DEMO: 'true',
  PORT: '0',
  RATE_LIMITS: 'off',
  FILING_PROOF: 'off',
});
const database = await prepareDatabase(config, { supervise: false, say: () => undefined });
const source = await new DataSource(
  dataSourceOptions(database.address, entities, { sees: 'all' }),
).initialize();
const app = await createHttpApp(config, database.address, new Log('silent'));
try {
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  await file(url);
  await fill(source);
  const alone = await during(url, () => rest(ALONE_MS));
  const id = await publish(app, source);
  await until(source, id, ({ state }) => state !== 'waiting');
  let run = {} as Run;
  const both = await during(url, async () => {
    run = await until(source, id, ({ state }) => state === 'done');
  });
  const clocksPerSecond = Math.round(run.moved / both.seconds);
  const ratio = Number((both.perSecond / alone.perSecond).toFixed(2));
  const filing = (one: Filed) => ({
    perSecond: Math.round(one.perSecond),
    slowestMs: one.slowestMs,
  });
  process.stdout.write(
    `${JSON.stringify({
      bench: 'recompute',
      unit: 'clocks/s',
      moved: run.moved,
      finished: run.state === 'done',
      clocksPerSecond,
      seconds: Number(both.seconds.toFixed(1)),
      preview: { moving: previewed.moving, seconds: Number(previewed.seconds.toFixed(1)) },
      filingAlone: filing(alone),
      filingDuring: filing(both),
      ratio,
    })}\n` +
      `recompute: ${shown(run.moved)} clocks moved in ${both.seconds.toFixed(1)} s, ` +
      `${shown(clocksPerSecond)}/s (previewed in ${previewed.seconds.toFixed(1)} s); filing by ${CLIENTS} clients ` +
      `${shown(alone.perSecond)}/s alone, ${shown(both.perSecond)}/s meanwhile: ${ratio} of it\n`,
  );
} finally {
  await app.close();
  await source.destroy();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
