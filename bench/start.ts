import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.js';
import { BareServer } from './support/bare/bare.js';
import { median, rounded, summary, tell } from './support/figures.js';
import { Program } from './support/program.js';

const ROUNDS = 3;
const READY_WITHIN_S = 5;
const MEMORY_WITHIN_MB = 200;
/** What a start allocates and lets go of is given back within it. */
const IDLE_MS = 20_000;

const took = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-start-'));
const env = { DATA_DIR: dataDir, DEMO: 'true', LOG_LEVEL: 'error' };

/** The limit: PostgreSQL on the same data, and a server that does nothing. */
async function bare(): Promise<number> {
  let end = () => Promise.resolve();
  const seconds = await took(async () => {
    const postgres = await openEmbeddedPostgres({ dataDir, log: () => undefined });
    const server = await BareServer.start(postgres.url);
    end = async () => {
      await server.end();
      await postgres.stop({ force: true });
    };
  });
  await end();
  return seconds;
}

try {
  // The first start makes the cluster and the city: it is told apart.
  const first = await took(async () => (await Program.start(env)).end());
  const ready: number[] = [];
  const limits: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let program: Program | undefined;
    ready.push(await took(async () => (program = await Program.start(env))));
    await sleep(IDLE_MS);
    memory.push((await program?.memory()) ?? 0);
    await program?.end();
    limits.push(await bare());
  }
  const seconds = median(ready);
  const megabytes = median(memory);
  tell(
    'start',
    {
      first: rounded(first, 1),
      ready: { unit: 's', ...summary(ready, 2), within: READY_WITHIN_S },
      bare: { unit: 's', ...summary(limits, 2) },
      ofBare: rounded(seconds / median(limits), 2),
      memory: { unit: 'MB', ...summary(memory), within: MEMORY_WITHIN_MB },
      ratio: rounded(seconds / READY_WITHIN_S, 2),
      memoryRatio: rounded(megabytes / MEMORY_WITHIN_MB, 2),
    },
    `ready after ${rounded(seconds, 2)} s (bare server and PostgreSQL ${rounded(median(limits), 2)} s; the first time, with ` +
      `the city, ${rounded(first, 1)} s); ${megabytes} MB idle`,
  );
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
