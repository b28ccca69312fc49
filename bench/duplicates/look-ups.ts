import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { readConfig } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Log } from '../../src/platform/logging/log.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { prepareDatabase } from '../../src/start/prepare-database.js';
import { Neighbours } from '../../src/triage/likeness/neighbours.js';
import { addCrowd } from './crowd.js';

const OPEN = 100_000;
const CLOSED = 20_000;
const LOOK_UPS = 200;

const everyday = [
  'CS-01',
  'CS-02',
  'TN-01',
  'TN-02',
  'VS-01',
  'VS-04',
  'GT-01',
  'GT-02',
  'CX-01',
  'CX-03',
];

interface Timed {
  case: string;
  medianMs: number;
  p99Ms: number;
}

async function timed(
  name: string,
  neighbours: Neighbours,
  draftOf: (i: number) => object,
): Promise<Timed> {
  const took: number[] = [];
  for (let i = 0; i < LOOK_UPS; i++) {
    const start = performance.now();
    await neighbours.of(draftOf(i) as Parameters<Neighbours['of']>[0]);
    took.push(performance.now() - start);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.floor(share * (LOOK_UPS - 1))] ?? 0).toFixed(2));
  return { case: name, medianMs: at(0.5), p99Ms: at(0.99) };
}

const text = 'den duong pho hoa ma tat ngam may hom nay roi, toi om k nhin thay gi ca';
const pointOf = (i: number) => ({
  lat: 21.02 + 0.1 * (((i * 7907) % 997) / 997 - 0.5),
  lon: 105.84 + 0.1 * (((i * 6007) % 991) / 991 - 0.5),
});
const lamp = (i: number) => ({ text, category: 'CS-01', place: { point: pointOf(i) } });
const nameless = (i: number) => ({ text, place: { point: pointOf(i) } });
const inWard = () => ({ text, category: 'CS-01', place: { ward: '00256' } });
const flooded = () => ({ text, category: 'TN-01', place: { point: { lat: 21.02, lon: 105.84 } } });

/** How long a look-up takes while somebody writes, through the service, over embedded PostgreSQL; the whole within two minutes. */
export async function timeLookUps(): Promise<{ open: number; timed: Timed[] }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-bench-'));
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', WORKERS: 'off', RATE_LIMITS: 'off' });
  const database = await prepareDatabase(config, { supervise: false, say: () => undefined });
  const source = new DataSource(dataSourceOptions(database.address, entities, { sees: 'all' }));
  const app = await createHttpApp(config, database.address, new Log('silent'));
  try {
    await source.initialize();
    const neighbours = app.get(Neighbours, { strict: false });
    const usual = { now: new Date(), categories: everyday, spread: 0.3 };
    await addCrowd(source, { ...usual, count: OPEN, open: true, days: 30 });
    const measured = [
      await timed('a street light, by its point', neighbours, lamp),
      await timed('without a category, by its words', neighbours, nameless),
      await timed('without a point, by its ward', neighbours, inWard),
    ];
    await addCrowd(source, { ...usual, count: CLOSED, open: false, days: 365 });
    measured.push(await timed('a street light, beside 20,000 closed ones', neighbours, lamp));
    const storm = { now: new Date(), categories: ['TN-01'], spread: 0.01 };
    await addCrowd(source, { ...storm, count: 3000, open: true, days: 0.25 });
    measured.push(await timed('a flood, in a storm of 3,000 about it', neighbours, flooded));
    return { open: OPEN, timed: measured };
  } finally {
    await app.close();
    await source.destroy();
    await database.stop({ force: true });
    await rm(dataDir, { recursive: true, force: true });
  }
}
