import { join } from 'node:path';
import { openDataDir } from '../config/data-dir.js';
import { cannotWrite, StartError } from '../config/start-error.js';
import { claimLock, type Holder, holderOf, LockHeld, type ProcessLock } from './process-lock.js';

const fileIn = (dataDir: string) => join(dataDir, 'program.json');

/** One program per DATA_DIR. StartError while another one lives; a killed one's claim is replaced. */
export async function claimInstance(dataDir: string): Promise<ProcessLock> {
  const folder = await openDataDir(dataDir);
  try {
    return await claimLock(fileIn(folder));
  } catch (error) {
    throw error instanceof LockHeld ? alreadyRunning(error.holder) : cannotWrite(folder, error);
  }
}

/** The program now living on this folder, null when there is none. */
export function runningInstance(dataDir: string): Promise<Holder | null> {
  return holderOf(fileIn(dataDir));
}

function alreadyRunning({ pid, address }: Holder): StartError {
  const where = address ? `${address}, ` : '';
  return new StartError(
    `Chương trình đang chạy (${where}tiến trình ${pid}): dừng nó trước, hoặc đặt DATA_DIR khác`,
    `Already running (${where}process ${pid}): stop it first, or set another DATA_DIR`,
  );
}
