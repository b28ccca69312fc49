import { randomBytes } from 'node:crypto';
import {
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { diskFull, saysDiskFull, StartError } from '../config/start-error.js';
import { syncFolder } from '../sync-folder.js';
import type { Binaries } from './binaries.js';
import { type Account, chooseRunner, type Runner } from './run-as.js';

export const DATABASE = 'dau_moi';
export const SUPERUSER = 'postgres';

/** Kept in postgres.json beside the cluster, mode 0600. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

/** Where one embedded cluster lives and how its programs are run. */
export interface Cluster {
  readonly dataDir: string;
  readonly folder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
}

export async function locateCluster(dataDir: string, binaries: Binaries): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  // pg_ctl hands its paths to a shell between double quotes.
  if (/["`$\\]/.test(folder)) {
    throw new StartError(
      `Đường dẫn ${dataDir} có ký tự " \` $ hoặc \\: hãy đặt DATA_DIR ở nơi khác`,
      `The path ${dataDir} has one of the characters " \` $ \\: set DATA_DIR elsewhere`,
    );
  }
  const probe = async (runner: Runner) => {
    // test uses access(2), as initdb does when it looks for its neighbours.
    const script = 'test -x "$1" && test -x "$2" && "$2" --version';
    const outcome = await runner.run('/bin/sh', ['-c', script, 'sh', dataDir, binaries.postgres]);
    return outcome.code === 0;
  };
  const runner = await chooseRunner(probe);
  return { dataDir, folder, logFile: join(dataDir, 'postgres.log'), binaries, runner };
}

/** Makes the cluster when there is none; a start interrupted before leaves nothing that is taken for one. */
export async function ensureCluster(
  cluster: Cluster,
  pickPort: () => Promise<number>,
): Promise<Access> {
  const { dataDir, folder, runner } = cluster;
  const made = await exists(join(folder, 'PG_VERSION'));
  const known = await readAccess(dataDir);
  if (made) {
    await adoptFiles(folder, runner.owner);
    return known ?? lostAccess(dataDir);
  }

  const access = known ?? {
    port: await pickPort(),
    password: randomBytes(24).toString('base64url'),
  };
  await saveAccess(dataDir, access);
  await removeDrafts(dataDir);
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, access.password, { mode: 0o600 });
    await giveTo(runner.owner, draft, passwordFile);
    await initdb(cluster, draft, passwordFile);
    await rename(draft, folder);
    // Without it a power cut just after the first start could undo the rename, and with it all that was stored.
    await syncFolder(dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
  return access;
}

export async function saveAccess(dataDir: string, access: Access): Promise<void> {
  const file = accessFile(dataDir);
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify(access)}\n`);
  await handle.sync();
  await handle.close();
  await rename(draft, file);
}

export async function giveTo(owner: Account | undefined, ...paths: string[]): Promise<void> {
  if (!owner) return;
  await Promise.all(paths.map((path) => chown(path, owner.uid, owner.gid)));
}

// The folder may come from a run as another user, or from a backup; PostgreSQL insists on owning it.
async function adoptFiles(folder: string, owner: Account | undefined): Promise<void> {
  if (!owner || (await stat(folder)).uid === owner.uid) return;
  const files = await readdir(folder, { recursive: true });
  for (const file of files) await lchown(join(folder, file), owner.uid, owner.gid);
  await giveTo(owner, folder);
}

async function initdb({ binaries, runner, dataDir }: Cluster, draft: string, passwordFile: string) {
  const outcome = await runner.run(binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider is the same on every machine: upper and lower case of Đ do not depend on the libc.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=simple',
    '--no-instructions',
  ]);
  if (outcome.code === 0) return;
  if (saysDiskFull(outcome.output)) throw diskFull(dataDir);
  const reason = outcome.output.split('\n').find((line) => /error|fatal/i.test(line));
  throw new StartError(
    `Không tạo được cơ sở dữ liệu trong ${dataDir}`,
    `The embedded database could not be made: ${reason ?? outcome.output}`,
  );
}

async function readAccess(dataDir: string): Promise<Access | null> {
  const file = accessFile(dataDir);
  if (!(await exists(file))) return null;
  try {
    const { port, password } = JSON.parse(await readFile(file, 'utf8')) as Partial<Access>;
    if (typeof port === 'number' && typeof password === 'string') return { port, password };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return null;
}

function lostAccess(dataDir: string): never {
  throw new StartError(
    `Thiếu hoặc hỏng tệp ${accessFile(dataDir)} (mật khẩu của cơ sở dữ liệu): hãy lấy lại từ bản sao lưu`,
    `${accessFile(dataDir)} (the database's password) is missing or malformed: bring it back from a backup`,
  );
}

const accessFile = (dataDir: string) => join(dataDir, 'postgres.json');

async function removeDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'));
  await Promise.all(drafts.map((name) => rm(join(dataDir, name), { recursive: true })));
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path)).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
