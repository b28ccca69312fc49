import { existsSync } from 'node:fs';
import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cannotWrite } from './start-error.js';

// Root hands the cluster to another user, who must be able to walk through this folder; nobody else
// needs more than that.
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Makes the folder when it is missing and returns its real path; StartError when it cannot be written. */
export async function openDataDir(path: string): Promise<string> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

// Not mkdir's own `recursive`: where the system refuses with ENOENT, as below /proc, Node 20 never returns.
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: MODE });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT') throw error;
    const parent = dirname(path);
    if (existsSync(parent))
      throw Object.assign(new Error(`no folder at ${path}`), { code: 'EPERM' });
    await makeFolder(parent);
    await mkdir(path, { mode: MODE });
  }
}
