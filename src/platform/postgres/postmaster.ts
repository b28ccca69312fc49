import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { diskFull, saysDiskFull, StartError } from '../config/start-error.js';
import { type Cluster, giveTo } from './cluster.js';
import { commandOf, startOf } from './processes.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export type StartFailure = 'port-taken' | 'predecessor-lives';

const LOG_BYTES = 10 * 1024 * 1024;
const STOP_SECONDS = 60;
// Crash recovery of a large log takes its time; pg_ctl returns at once when the server dies.
const START_SECONDS = 600;

/** The server living on this cluster, whoever started it; null when there is none. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const text = await readFile(pidFile(cluster), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (startOf(pid) === null || !isPostgresOn(cluster, pid)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** null once it accepts connections. Failures that pass by themselves are returned, others are a StartError. */
export async function startPostmaster(cluster: Cluster): Promise<StartFailure | null> {
  const { binaries, folder, logFile, runner } = cluster;
  await removeForeignPidFile(cluster);
  const before = await prepareLog(cluster);
  const patience = ['-w', '-t', String(START_SECONDS)];
  const args = ['start', '-D', folder, '-l', logFile, '-s', ...patience];
  const outcome = await runner.run(binaries.pg_ctl, args);
  if (outcome.code === 0) return null;
  const words = `${(await readFile(logFile)).subarray(before).toString()}\n${outcome.output}`;
  if (/Address already in use|could not bind/.test(words)) return 'port-taken';
  if (/is still in use|lock file "postmaster.pid" already exists/.test(words)) {
    return 'predecessor-lives';
  }
  if (saysDiskFull(words)) throw diskFull(folder);
  const reason = /(?:FATAL|PANIC|pg_ctl): .*/.exec(words)?.[0] ?? words.trim();
  throw new StartError(
    `Cơ sở dữ liệu đi kèm không khởi động được, xem ${logFile}`,
    `The embedded database does not start, see that log: ${reason}`,
  );
}

/** Fast mode: open transactions are rolled back, committed ones are on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const { binaries, folder, runner } = cluster;
  const args = ['stop', '-D', folder, '-m', 'fast', '-s', '-w', '-t', String(STOP_SECONDS)];
  const outcome = await runner.run(binaries.pg_ctl, args);
  if (outcome.code === 0 || !(await findPostmaster(cluster))) return;
  throw new Error(`the embedded database did not stop: ${outcome.output}`);
}

const pidFile = (cluster: Cluster) => join(cluster.folder, 'postmaster.pid');

function isPostgresOn(cluster: Cluster, pid: number): boolean {
  const command = commandOf(pid);
  if (!command) return true;
  return basename(command[0] ?? '').startsWith('postgres') && command.includes(cluster.folder);
}

// PostgreSQL takes any living process of its account under the old number for a running server, a zombie
// included. Backends left over are still found by the shared memory they hold.
async function removeForeignPidFile(cluster: Cluster): Promise<void> {
  if (!(await findPostmaster(cluster))) await rm(pidFile(cluster), { force: true });
}

/** Returns the log's present length in bytes. */
async function prepareLog({ logFile, runner }: Cluster): Promise<number> {
  const size = (await stat(logFile).catch(() => null))?.size ?? 0;
  if (size > LOG_BYTES) await rename(logFile, `${logFile}.1`);
  const handle = await open(logFile, 'a', 0o600);
  await handle.close();
  await giveTo(runner.owner, logFile);
  return size > LOG_BYTES ? 0 : size;
}
