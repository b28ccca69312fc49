import { existsSync, readFileSync } from 'node:fs';

export interface ProcessIdentity {
  readonly pid: number;
  /** Boot id and start time, so that a number used again is not taken for the same process. */
  readonly startedAt: string;
}

const UNKNOWN = 'unknown';

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? UNKNOWN };
}

export function isAlive(identity: ProcessIdentity): boolean {
  const startedAt = startOf(identity.pid);
  if (startedAt === null) return false;
  return [startedAt, identity.startedAt].includes(UNKNOWN) || startedAt === identity.startedAt;
}

/** When the living process `pid` started; null when there is none. A zombie does not count as living. */
export function startOf(pid: number): string | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  let ours = true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
    ours = false;
  }
  const stat = read(`/proc/${pid}/stat`);
  // /proc mounted with hidepid does not show the processes of others, alive as they are.
  if (stat === null) return existsSync('/proc/self/stat') && ours ? null : UNKNOWN;
  // The command in field 2 may hold spaces and brackets; field 3 comes after its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}:${fields[22 - 3] ?? ''}`;
}

/** The command line of `pid`, null when the system does not tell. */
export function commandOf(pid: number): string[] | null {
  return read(`/proc/${pid}/cmdline`)?.split('\0') ?? null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
