import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { write } from './tables.js';

const run = promisify(execFile);
const body = `repeat('đèn đường ngõ phố không sáng mấy hôm nay ', 5) || :n`;
const script = `\\set n random(1, 1000000000)\n${write(
  `md5(random()::text || :n)`,
  `'agency-' || :n % 40`,
  `'den duong ' || :n`,
  body,
).replaceAll('\n', ' ')};\n`;

/** Transactions a second of the same write by pgbench; null where it is not installed. */
export async function pgbench(databaseUrl: string, clients: number, seconds: number) {
  const folder = await mkdtemp(join(tmpdir(), 'dau-moi-pgbench-'));
  try {
    const file = join(folder, 'write.sql');
    await writeFile(file, script);
    const given = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`];
    const { stdout } = await run('pgbench', [...given, '-f', file, databaseUrl]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
