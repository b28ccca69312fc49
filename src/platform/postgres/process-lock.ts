import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity, thisProcess } from './processes.js';

export interface Holder extends ProcessIdentity {
  readonly token: string;
  /** Where the holder can be reached, when it has said so. */
  readonly address?: string;
}

export class LockHeld extends Error {
  constructor(readonly holder: Holder) {
    super(`held by process ${holder.pid}`);
  }
}

export interface ProcessLock {
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock file, also from a dead holder. LockHeld when its holder lives, this process included. */
export async function claimLock(path: string): Promise<ProcessLock> {
  const me: Holder = { ...thisProcess(), token: randomUUID() };
  for (;;) {
    if (await create(path, me)) return lockOn(path, me);
    const seen = await textOf(path);
    if (seen === null) continue;
    const other = parse(seen);
    if (other && isAlive(other)) throw new LockHeld(other);
    if (await takeOver(path, seen, me)) return lockOn(path, me);
  }
}

/** Like claimLock, but waits for a living holder up to `patienceMs`. */
export async function awaitLock(path: string, patienceMs: number): Promise<ProcessLock> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await claimLock(path);
    } catch (error) {
      if (!(error instanceof LockHeld) || performance.now() > end) throw error;
      await sleep(20);
    }
  }
}

/** The living holder, null when the lock is free or its holder dead. */
export async function holderOf(path: string): Promise<Holder | null> {
  const holder = parse((await textOf(path)) ?? '');
  return holder && isAlive(holder) ? holder : null;
}

function lockOn(path: string, me: Holder): ProcessLock {
  return {
    announce: (address) => replace(path, { ...me, address }),
    release: async () => {
      if (parse((await textOf(path)) ?? '')?.token === me.token) await rm(path, { force: true });
    },
  };
}

async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = await write(path, holder);
  try {
    // A link appears at once with its content and only where nothing is: nobody reads half a lock.
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

// Two processes may see the same dead holder. The one with the lock on the takeover looks again before it
// writes, so the slower one cannot overwrite a living newcomer; that lock heals in the same way.
async function takeOver(path: string, seen: string, me: Holder): Promise<boolean> {
  const guard = await awaitLock(`${path}.takeover`, 10_000);
  try {
    if ((await textOf(path)) !== seen) return false;
    await replace(path, me);
    return true;
  } finally {
    await guard.release();
  }
}

async function replace(path: string, holder: Holder): Promise<void> {
  await rename(await write(path, holder), path);
}

async function write(path: string, holder: Holder): Promise<string> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder));
  return draft;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

// After a power cut the file may be empty or torn: nobody who wrote it lives, so it counts as free.
function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' && typeof holder.startedAt === 'string'
      ? (holder as Holder)
      : null;
  } catch {
    return null;
  }
}
