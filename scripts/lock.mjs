import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAUSE_MS = 100;
// A holder that has not yet written its number this long after making the folder died in between.
const UNNAMED_MS = 5_000;

/**
 * Runs `work` while no other process of this user does the same on this project; waits for it otherwise.
 * Kept outside the project, because npm empties node_modules and the build empties dist.
 */
export function withLock(name, work) {
  const project = dirname(dirname(fileURLToPath(import.meta.url)));
  const id = createHash('sha256').update(project).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `dau-moi-${userInfo().uid}-${id}-${name}.lock`);
  while (!take(folder)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  const release = () => rmSync(folder, { recursive: true, force: true });
  // `work` may end the process when it fails.
  process.once('exit', release);
  try {
    return work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    if (!pid) return Date.now() - statSync(folder).mtimeMs > UNNAMED_MS;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code !== 'ENOENT') return false;
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    return Date.now() - made > UNNAMED_MS;
  }
}
