import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openDataDir } from '../config/data-dir.js';
import { cannotWrite, StartError } from '../config/start-error.js';
import { findBinaries } from './binaries.js';
import {
  type Access,
  type Cluster,
  DATABASE,
  ensureCluster,
  locateCluster,
  saveAccess,
  SUPERUSER,
} from './cluster.js';
import { runningInstance } from './instance-lock.js';
import { isFree, pickFreePort } from './ports.js';
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.js';
import { awaitLock, LockHeld } from './process-lock.js';
import { writeSettings } from './settings.js';
import { supervise } from './supervisor.js';

export interface EmbeddedPostgres {
  /** postgres://…@127.0.0.1:port/dau_moi, with the password of the superuser. */
  readonly url: string;
  /** false: another process had started it and it was adopted. */
  readonly startedHere: boolean;
  /** Leaves a server running that was adopted, or that a living program uses, unless forced. */
  stop(options?: { force?: boolean }): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Server settings over the defaults; they do not reach a server that is adopted. */
  readonly settings?: Record<string, string>;
  readonly log: (line: string) => void;
  /** Starts the server again, on the same port, when it disappears. */
  readonly supervise?: boolean;
}

// An orphan backend of a killed server notices within seconds, unless it is deep in a long statement.
const PREDECESSOR_PATIENCE_MS = 30_000;
const OPEN_PATIENCE_MS = 60_000;

/** Starts, or adopts, the PostgreSQL 18 kept in `dataDir`. StartError when that cannot be. */
export async function openEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { settings = {}, log } = options;
  const dataDir = await openDataDir(options.dataDir);
  try {
    const binaries = await findBinaries(process.platform, process.arch);
    const cluster = await locateCluster(dataDir, binaries);
    const opened = await exclusively(dataDir, async () => {
      const access = await ensureCluster(cluster, pickFreePort);
      const running = await settledPostmaster(cluster);
      if (running) return { ...access, port: running.port, startedHere: false };
      return { ...(await start(cluster, access, settings)), startedHere: true };
    });
    await ensureDatabase(opened);
    log(opened.startedHere ? 'embedded PostgreSQL started' : 'embedded PostgreSQL adopted');
    return handle(cluster, opened, options);
  } catch (error) {
    throw cannotWrite(dataDir, error);
  }
}

function handle(
  cluster: Cluster,
  opened: Access & { startedHere: boolean },
  { settings = {}, log, supervise: wanted }: EmbeddedPostgresOptions,
): EmbeddedPostgres {
  let { startedHere } = opened;
  const supervisor = wanted
    ? supervise({
        isUp: async () => (await findPostmaster(cluster)) !== null,
        restart: () =>
          exclusively(cluster.dataDir, async () => {
            if (await settledPostmaster(cluster)) return;
            await startOnPort(cluster, opened.port, settings);
            startedHere = true;
          }),
        log,
      })
    : null;
  return {
    url: urlOf(opened, DATABASE),
    get startedHere() {
      return startedHere;
    },
    stop: async ({ force = false } = {}) => {
      await supervisor?.end();
      await exclusively(cluster.dataDir, async () => {
        if (!force && (!startedHere || (await usedByAnother(cluster.dataDir)))) return;
        if (await findPostmaster(cluster)) await stopPostmaster(cluster);
      });
    },
  };
}

// A command line that started the server may end while the program has since adopted it.
async function usedByAnother(dataDir: string): Promise<boolean> {
  const program = await runningInstance(dataDir);
  return program !== null && program.pid !== process.pid;
}

async function start(
  cluster: Cluster,
  access: Access,
  settings: Record<string, string>,
): Promise<Access> {
  const port = (await isFree(access.port)) ? access.port : await pickFreePort();
  const chosen = { ...access, port };
  if (port !== access.port) await saveAccess(cluster.dataDir, chosen);
  await startOnPort(cluster, port, settings);
  return chosen;
}

async function startOnPort(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<void> {
  await writeSettings(cluster, port, settings);
  const end = performance.now() + PREDECESSOR_PATIENCE_MS;
  for (;;) {
    const failure = await startPostmaster(cluster);
    if (!failure) return;
    if (performance.now() > end) throw stuck(cluster, failure, port);
    await sleep(200);
  }
}

/** Waits until a server on its way up or down has arrived. */
async function settledPostmaster(cluster: Cluster) {
  const end = performance.now() + OPEN_PATIENCE_MS;
  for (;;) {
    const postmaster = await findPostmaster(cluster);
    if (!postmaster || postmaster.ready) return postmaster;
    if (performance.now() > end) throw stuck(cluster, 'not-ready', postmaster.port);
    await sleep(100);
  }
}

async function ensureDatabase(access: Access): Promise<void> {
  const client = new Client({
    connectionString: urlOf(access, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    throw new StartError(
      `Cơ sở dữ liệu đi kèm đang chạy nhưng không trả lời: ${(error as Error).message}; hãy dừng nó rồi chạy lại`,
      'The embedded database runs but does not answer; stop it and start again',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function exclusively<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await awaitLock(join(dataDir, 'postgres.lock'), OPEN_PATIENCE_MS).catch(busy);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

const urlOf = ({ password, port }: Access, database: string) =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

function stuck(cluster: Cluster, reason: string, port: number): StartError {
  return new StartError(
    `Cơ sở dữ liệu đi kèm không khởi động được (${reason}, cổng ${port}); xem ${cluster.logFile}`,
    'The embedded database does not start; see that log',
  );
}

function busy(error: unknown): never {
  if (!(error instanceof LockHeld)) throw error;
  throw new StartError(
    `Tiến trình ${error.holder.pid} đang mở hoặc đóng cơ sở dữ liệu quá lâu: hãy chờ hoặc dừng nó`,
    `Process ${error.holder.pid} takes too long to open or close the database: wait for it or stop it`,
  );
}
